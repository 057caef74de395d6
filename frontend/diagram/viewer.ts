// @ts-ignore the library ships no types for this entry
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
// @ts-ignore
import diagramStyles from 'diagram-js/assets/diagram-js.css?inline';
// @ts-ignore
import bpmnStyles from 'bpmn-js/dist/assets/bpmn-js.css?inline';

let styled = false;

/** The build hands over style sheets wrapped for Lit. */
const text = (sheet: any): string => sheet.cssText ?? String(sheet);

/** A read-only viewer in the theme's colours; it follows light and dark without drawing again. */
export function createViewer(container: HTMLElement): unknown {
  if (!styled) {
    const style = document.createElement('style');
    style.textContent = text(diagramStyles) + text(bpmnStyles);
    document.head.prepend(style);
    styled = true;
  }
  // text is measured outside the page's cascade, so the family is handed over by name
  const fontFamily = getComputedStyle(document.body).fontFamily;
  return new NavigatedViewer({
    container,
    bpmnRenderer: {
      defaultFillColor: 'var(--lumo-base-color)',
      defaultStrokeColor: 'var(--jx-field-line)',
      defaultLabelColor: 'var(--lumo-body-text-color)'
    },
    textRenderer: {
      defaultStyle: { fontFamily, fontSize: 12 },
      externalStyle: { fontFamily, fontSize: 11, lineHeight: 1.2 }
    }
  });
}
