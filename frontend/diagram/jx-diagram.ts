import { LitElement, html, type PropertyValues } from 'lit';

type Viewer = {
  importXML(xml: string): Promise<unknown>;
  get(name: string): any;
  destroy(): void;
};

type Mark = { id: string; text: string; look: string; title: string };

/** Where a mark sits, and the colour of a marked connection with its arrow's head. */
const PLACES: Record<string, { at: object; stroke?: string }> = {
  bad: { at: { top: -11, right: 9 } },
  warn: { at: { top: -11, right: 9 } },
  add: { at: { top: -11, left: -9 }, stroke: 'var(--lumo-success-color)' },
  mod: { at: { top: -11, left: -9 }, stroke: 'var(--lumo-primary-color)' },
  del: { at: { top: -11, left: -9 }, stroke: 'var(--lumo-error-color)' },
  back: { at: { bottom: 11, right: 22 } }
};

/**
 * A process as drawn in its model, read only, by bpmn-js: the path taken in the accent, the active steps solid. Light
 * DOM, because the library and the theme style it from outside; its code is loaded when the first picture is shown.
 */
class JxDiagram extends LitElement {
  static properties = {
    xml: { type: String },
    taken: { type: Array },
    active: { type: Array },
    notes: { type: Object },
    marks: { type: Array },
    label: { type: String },
    failed: { type: String },
    language: { type: String },
    unnamed: { type: String },
    tallest: { type: Number },
    selected: { type: String }
  };

  declare xml: string;
  declare taken: string[];
  declare active: string[];
  declare notes: Record<string, string>;
  declare marks: Mark[];
  declare label: string;
  declare failed: string;
  declare language: string;
  declare unnamed: string;
  declare tallest: number;
  declare selected: string;

  private viewer?: Viewer;
  private shown = '';
  private broken = false;
  private asDrawn = false;
  private watcher?: ResizeObserver;

  constructor() {
    super();
    this.xml = '';
    this.taken = [];
    this.active = [];
    this.notes = {};
    this.marks = [];
    this.label = '';
    this.failed = '';
    this.language = 'zh';
    this.unnamed = '';
    this.tallest = 420;
    this.selected = '';
  }

  protected createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    this.watcher = new ResizeObserver(() => this.fit());
    this.watcher.observe(this);
    // moved within the page: what was drawn is gone
    if (this.hasUpdated && this.xml) void this.draw();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.watcher?.disconnect();
    this.viewer?.destroy();
    this.viewer = undefined;
    this.shown = '';
  }

  render() {
    return html`<div class="jx-canvas" role="group" aria-label=${this.label} ?hidden=${this.broken}></div>
      <p class="jx-diagram-unnamed" ?hidden=${!this.asDrawn || this.broken}>${this.unnamed}</p>
      <p class="jx-diagram-failed" ?hidden=${!this.broken}>${this.failed}</p>`;
  }

  protected updated(changed: PropertyValues) {
    if (['xml', 'taken', 'active', 'notes', 'marks'].some((name) => changed.has(name)) && this.xml) void this.draw();
    else if (changed.has('selected')) this.outline();
  }

  /** What is chosen in the list beside is outlined, and centred where the picture is larger than its place. */
  private outline() {
    const registry = this.viewer?.get('elementRegistry');
    if (!registry) return;
    const canvas = this.viewer!.get('canvas');
    for (const element of registry.getAll()) canvas.removeMarker(element.id, 'jx-selected');
    if (!registry.get(this.selected)) return;
    canvas.addMarker(this.selected, 'jx-selected');
    canvas.scrollToElement(this.selected);
  }

  private async draw() {
    const wanted = JSON.stringify([this.xml, this.taken, this.active, this.notes, this.marks]);
    if (wanted === this.shown) return;
    this.shown = wanted;
    try {
      const { createViewer } = await import('./viewer');
      if (wanted !== this.shown || !this.isConnected) return;
      this.viewer?.destroy();
      this.viewer = createViewer(this.querySelector('.jx-canvas') as HTMLElement) as Viewer;
      await this.viewer.importXML(this.inOwnWords());
      this.mark();
      this.pin();
      this.viewer.get('eventBus').on('element.click', (event: any) =>
        this.dispatchEvent(new CustomEvent('jx-chosen', { detail: event.element.id }))
      );
      this.fit();
      this.outline();
      this.broken = false;
    } catch (error) {
      console.error(error);
      this.broken = true;
    }
    this.requestUpdate();
  }

  /** Elements under the name the model has for the reader's language; what has none stays as drawn. */
  private inOwnWords(): string {
    if (this.language === 'zh') return this.xml;
    const model = new DOMParser().parseFromString(this.xml, 'text/xml');
    for (const property of Array.from(model.getElementsByTagNameNS('*', 'property'))) {
      const owner = property.closest('extensionElements')?.parentElement;
      if (property.getAttribute('name') === `name.${this.language}`) owner?.setAttribute('name', property.getAttribute('value')!);
    }
    this.asDrawn = Array.from(model.querySelectorAll('[name]')).some((e) => /\p{Script=Han}/u.test(e.getAttribute('name')!));
    return new XMLSerializer().serializeToString(model);
  }

  private mark() {
    const registry = this.viewer!.get('elementRegistry');
    const canvas = this.viewer!.get('canvas');
    for (const id of this.taken) {
      const element = registry.get(id);
      if (!element) continue;
      canvas.addMarker(id, 'jx-taken');
      this.stroke(element, 'var(--lumo-primary-color)');
      canvas.addMarker(id, 'jx-taken');
    }
    for (const id of this.active) if (registry.get(id)) canvas.addMarker(id, 'jx-active');
    const overlays = this.viewer!.get('overlays');
    for (const [id, text] of Object.entries(this.notes)) {
      const element = registry.get(id);
      if (!element) continue;
      const note = document.createElement('div');
      note.className = 'jx-diagram-note';
      note.textContent = text;
      note.style.width = `${element.width}px`;
      overlays.add(id, { position: { bottom: 20, left: 0 }, html: note, show: { minZoom: 0.45 } });
    }
  }

  /** The arrow's head takes its colour from the drawing, not from a style. */
  private stroke(element: any, colour: string) {
    if (!element.waypoints) return;
    element.di.set('color:border-color', colour);
    this.viewer!.get('graphicsFactory').update('connection', element, this.viewer!.get('elementRegistry').getGraphics(element));
  }

  private pin() {
    const registry = this.viewer!.get('elementRegistry');
    for (const { id, text, look, title } of this.marks) {
      const element = registry.get(id);
      if (!element || !element.parent) continue;
      const { at, stroke } = PLACES[look] ?? { at: { top: -11, right: 13 } };
      if (stroke) this.stroke(element, stroke);
      this.viewer!.get('canvas').addMarker(id, `jx-m-${look}`);
      const pin = document.createElement('div');
      pin.className = `jx-pin ${look}`;
      pin.textContent = text;
      pin.title = title;
      this.viewer!.get('overlays').add(id, { position: element.waypoints ? middle(element) : at, html: pin, scale: { min: 0.7, max: 1 } });
    }
  }

  /** By what is drawn where; the browser's own measure of the words changes with the zoom they are measured at. */
  private extent() {
    const canvas = this.viewer!.get('canvas');
    const root = canvas.getRootElement();
    const all = this.viewer!.get('elementRegistry').getAll()
      .filter((element: any) => element !== root && !element.hidden && canvas.findRoot(element) === root);
    const corners = all.flatMap((e: any) => e.waypoints ?? [{ x: e.x, y: e.y }, { x: e.x + e.width, y: e.y + e.height }]);
    if (!corners.length) return { x: 0, y: 0, width: 0, height: 0 };
    const [x, y] = [Math.min(...corners.map((c: any) => c.x)), Math.min(...corners.map((c: any) => c.y))];
    return {
      x,
      y,
      width: Math.max(...corners.map((c: any) => c.x)) - x,
      height: Math.max(...corners.map((c: any) => c.y)) - y
    };
  }

  /** As tall as the picture needs at this width, never larger than drawn. */
  private fit() {
    const canvas = this.viewer?.get('canvas');
    const host = this.querySelector('.jx-canvas') as HTMLElement | null;
    if (!canvas || !host || !host.clientWidth) return;
    const inner = this.extent();
    if (!inner.width) return;
    const scale = Math.min(1, (host.clientWidth - 24) / inner.width);
    host.style.height = `${Math.min(this.tallest, Math.ceil(inner.height * scale) + 32)}px`;
    canvas.resized();
    const zoom = Math.min(scale, (host.clientHeight - 24) / inner.height);
    const width = host.clientWidth / zoom;
    const height = host.clientHeight / zoom;
    canvas.viewbox({
      x: inner.x - Math.max(0, (width - inner.width) / 2),
      y: inner.y - (height - inner.height) / 2,
      width,
      height
    });
  }
}

/** On the longest stretch of a connection, from its own upper left corner. */
function middle({ waypoints }: { waypoints: { x: number; y: number }[] }) {
  let best = { x: 0, y: 0, length: -1 };
  waypoints.slice(1).forEach((to, i) => {
    const from = waypoints[i];
    const length = Math.abs(to.x - from.x) + Math.abs(to.y - from.y);
    if (length > best.length) best = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2, length };
  });
  const left = Math.min(...waypoints.map((p) => p.x));
  const top = Math.min(...waypoints.map((p) => p.y));
  return { left: best.x - left - 9, top: best.y - top - 9 };
}

customElements.define('jx-diagram', JxDiagram);
