import { html, nothing, render, type TemplateResult } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import type { Sheet } from './sheet';
import { many, say, type Check, type Line, type Setup } from './types';

export type Deeds = {
  fold(id: string): void;
  add(group: Line): void;
  act(name: string, argument: string): void;
  put(id: string, edit: Record<string, unknown>): void;
  detail(id: string): void;
};

/** What stands in the cells and lines. Icons come from the server, texts never as markup. */
export class Draw {
  constructor(private sheet: Sheet, private setup: Setup, private deeds: Deeds) {}

  glyph(name: string) {
    return html`<span class="jx-i s" aria-hidden="true">${unsafeHTML(this.setup.glyphs[name] ?? '')}</span>`;
  }

  cell(element: HTMLElement, line: Line, field: string): HTMLElement {
    const box = document.createElement('div');
    box.className = 'jx-gc';
    if (field === 'handle') render(line.locked ? nothing : html`<span class="jx-handle" aria-hidden="true"></span>`, box);
    else if (field === 'checks') this.checks(box, line);
    else if (field === 'more') this.more(box, line);
    else this.value(element, box, line, field);
    return box;
  }

  private value(element: HTMLElement, box: HTMLElement, line: Line, field: string) {
    const column = this.sheet.columns.find((c) => c.field === field)!;
    const value = this.sheet.value(line.id, field);
    const old = line.old?.[field];
    const shown = column.options?.find(([v]) => v === value)?.[1] ?? value;
    const fault = this.sheet.fault(line.id, field);
    element.dataset.label = column.title;
    element.dataset.col = field;
    element.classList.toggle('bad', !!fault);
    element.classList.toggle('ask', column.kind === 'choice' && value === this.setup.words.open);
    element.classList.toggle('chg', old !== undefined);
    if (line.hints?.[field]) element.title = line.hints[field];
    const before = old === undefined ? '' : (column.options?.find(([v]) => v === old)?.[1] ?? old);
    const light = line.lights?.[field];
    const parts = [light ? html`<span class="jx-light ${light.look}"><span class="jx-i s" aria-hidden="true">${unsafeHTML(light.glyph)}</span><span>${shown}</span></span>` : html`<span class="v">${shown}</span>`];
    if (old !== undefined) parts.push(html`<span class="jx-old">${before || '–'}</span>`);
    if (column.look?.includes('nm')) parts.push(this.under(line));
    render(html`${parts}`, box);
  }

  private under(line: Line) {
    return html`${line.returned ? html`<div class="jx-msg warn returned">${this.glyph('warn')}<span>${line.returned}</span></div>` : nothing}
    ${line.tags?.length
      ? html`<div class="jx-tags">
          ${line.tags.map(
            (tag) => html`<span class="jx-badge line">${tag.text}</span>${tag.edit && this.setup.editable && !line.locked
                ? html`<button type="button" class="jx-textbutton" aria-label=${say(this.setup.words.confirmOf, line.name)} @click=${() => this.deeds.put(line.id, tag.edit!)}>${this.setup.words.confirm}</button>`
                : nothing}`
          )}
        </div>`
      : nothing}`;
  }

  check(check: Check) {
    return html`<div class="jx-msg ${check.look}">${this.glyph(check.look)}<span class="jx-sr">${check.word}</span><span>${check.text}</span></div>`;
  }

  private checks(box: HTMLElement, line: Line) {
    box.id = `checks-${line.id}`;
    box.classList.add('jx-checks');
    const why = line.locked ? html`<div class="jx-msg info">${this.glyph('lock')}<span>${line.locked}</span></div>` : nothing;
    render(html`${why}${line.checks?.map((c) => this.check(c))}`, box);
  }

  private more(box: HTMLElement, line: Line) {
    const label = say(this.setup.words.more, line.name);
    render(
      html`<button type="button" class="jx-tool icon" aria-label=${label} title=${label} @click=${() => this.deeds.detail(line.id)}>${this.glyph('down')}</button>`,
      box
    );
  }

  /** A row's look, or the whole of a group's line. */
  line(element: HTMLElement, line: Line) {
    element.dataset.row = line.id;
    element.setAttribute('role', 'row');
    if (!line.level) {
      element.classList.add('row', ...(line.look ?? '').split(' ').filter(Boolean));
      element.classList.toggle('locked', !!line.locked);
      return;
    }
    element.classList.add('jx-group', `l${line.level}`);
    const box = element.querySelector<HTMLElement>(':scope > .jx-group-cell') ?? document.createElement('div');
    box.className = 'jx-group-cell';
    box.setAttribute('role', 'gridcell');
    render(this.group(line), box);
    if (element.firstChild !== box || element.childNodes.length > 1) element.replaceChildren(box);
  }

  private group(line: Line): TemplateResult {
    const rows = this.sheet.within(line);
    const open = !this.sheet.isFolded(line.id);
    const counts = (['bad', 'warn'] as const).map((look) => {
      const count = this.sheet.count(look, rows);
      return count ? html`<span class="jx-count ${look}">${this.glyph(look)}${many(this.setup, look, count)}</span>` : nothing;
    });
    const words = this.setup.words;
    return html`<button type="button" class="jx-fold" aria-expanded=${open} @click=${() => this.deeds.fold(line.id)}>
        ${this.glyph(open ? 'down' : 'right')}<span class="t">${line.title || '–'}</span></button
      ><span class="jx-sec jx-sm">${many(this.setup, 'count', rows.length)}</span>${counts}
      ${line.like && this.setup.editable && this.setup.rows
        ? html`<button type="button" class="jx-tool icon" aria-label=${say(words.addTo, line.title)} title=${say(words.addTo, line.title)} @click=${() => this.deeds.add(line)}>${this.glyph('plus')}</button>`
        : nothing}
      ${line.checks?.map((c) => this.check(c))}
      ${line.action
        ? html`<button type="button" class="jx-textbutton" @click=${() => this.deeds.act(line.action!.name, line.action!.argument)}>${line.action.text}</button>`
        : nothing}
      <span class="jx-sec jx-sm n">${line.note ?? ''}</span>`;
  }
}
