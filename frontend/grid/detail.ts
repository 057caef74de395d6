import { html, nothing, render } from 'lit';
import type { Draw } from './draw';
import type { Edits } from './edits';
import type { Sheet } from './sheet';
import { say, type Column, type Setup } from './types';

/** The rest of a row's fields beside the table; what is typed goes the same way as in a cell. */
export class Detail {
  readonly root = document.createElement('aside');
  private row = '';

  constructor(private sheet: Sheet, private edits: Edits, private setup: Setup, private draw: Draw, private shut: (row: string) => void, private room: () => void,
      private changed: (row: string) => void) {
    this.root.className = 'jx-grid-detail';
    this.root.hidden = true;
    this.root.addEventListener('keydown', (e) => {
      if (e.key !== 'Escape' || e.isComposing) return;
      e.stopPropagation();
      this.close();
    });
  }

  show(row: string) {
    if (this.row === row) {
      this.close();
      return;
    }
    this.row = row;
    this.root.hidden = false;
    this.room();
    this.renew();
    this.root.querySelector<HTMLElement>('input, textarea, select')?.focus();
  }

  /** What the server says of the row now; the field somebody types in stays as it is. */
  renew() {
    const line = this.sheet.line(this.row);
    if (!this.row || !line || !this.sheet.order.includes(this.row)) {
      if (this.row) this.hide();
      return;
    }
    const title = say(this.setup.words.more, line.name);
    this.root.setAttribute('aria-label', title);
    render(
      html`<header><h3>${title}</h3>
          <button type="button" class="jx-tool icon" aria-label=${this.setup.words.close} title=${this.setup.words.close} @click=${() => this.close()}>${this.draw.glyph('close')}</button>
        </header>
        ${line.checks?.map((c) => this.draw.check(c))}
        <div class="fields">${this.sheet.columns.filter((c) => c.detail).map((c) => this.field(c, !!line.locked || !this.setup.editable))}</div>`,
      this.root
    );
  }

  private field(c: Column, locked: boolean) {
    const value = this.sheet.value(this.row, c.field);
    const id = `detail-${c.field}`;
    const bad = !!this.sheet.fault(this.row, c.field);
    const typing = (e: Event) => !(e as InputEvent).isComposing && this.type(c.field, e);
    const box =
      c.kind === 'choice'
        ? html`<select id=${id} class="jx-tcell" ?disabled=${locked} aria-invalid=${bad} @change=${(e: Event) => this.leave(c.field, e)} @focus=${(e: Event) => this.enter(e)}>
            ${c.options?.map(([v, word]) => html`<option value=${v} ?selected=${v === value}>${word}</option>`)}
          </select>`
        : html`<textarea id=${id} class="jx-tcell" rows="1" ?readonly=${locked} aria-invalid=${bad} .value=${value} @input=${typing} @focus=${(e: Event) => this.enter(e)} @change=${(e: Event) => this.leave(c.field, e)}></textarea>`;
    return html`<label for=${id} data-col=${c.field} class=${bad ? 'bad' : ''}><span>${c.title}</span>${box}${nothing}</label>`;
  }

  private before = '';

  private enter(e: Event) {
    this.before = (e.target as HTMLInputElement).value;
  }

  private type(field: string, e: Event) {
    this.edits.typing({ id: this.row, field, value: (e.target as HTMLInputElement).value });
    this.changed(this.row);
  }

  private leave(field: string, e: Event) {
    const value = (e.target as HTMLInputElement).value;
    if (value !== this.sheet.value(this.row, field)) this.type(field, e);
    this.edits.typed({ id: this.row, field, value }, this.before);
    this.before = value;
    this.changed(this.row);
  }

  private hide() {
    this.row = '';
    this.root.hidden = true;
    this.room();
  }

  close() {
    const row = this.row;
    this.hide();
    this.shut(row);
  }
}
