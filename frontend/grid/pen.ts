import type { Sheet } from './sheet';
import type { Table } from './table';
import { say, type Column, type Setup } from './types';

export type Place = { id: string; field: string };

type Hands = {
  typing(place: Place, value: string): void;
  typed(place: Place, value: string, before: string): void;
  moved(): void;
};

/**
 * The one field that somebody types in. It always lies in the cell that is active and has the focus there, its text
 * selected: so whatever is typed, by an input method too, replaces what stands, and it is only then that it is seen.
 */
export class Pen {
  readonly area = document.createElement('textarea');
  readonly choice = document.createElement('select');
  at: Place | null = null;
  anchor: Place | null = null;
  open = false;
  composing = false;
  private before = '';

  constructor(private sheet: Sheet, private table: Table, private setup: Setup, private hands: Hands) {
    this.area.rows = 1;
    this.area.autocomplete = 'off';
    this.area.spellcheck = false;
    for (const field of [this.area, this.choice]) {
      field.className = 'jx-pen';
      field.addEventListener('blur', () => this.close());
    }
    this.area.addEventListener('input', () => this.input());
    this.area.addEventListener('compositionstart', () => {
      this.composing = true;
      this.show();
    });
    this.area.addEventListener('compositionend', () => {
      this.composing = false;
      this.input();
    });
    this.choice.addEventListener('change', () => this.at && this.pick(this.choice.value));
  }

  get field(): HTMLTextAreaElement | HTMLSelectElement {
    return this.column?.kind === 'choice' ? this.choice : this.area;
  }

  get column(): Column | undefined {
    return this.sheet.columns.find((c) => c.field === this.at?.field);
  }

  get columns(): Column[] {
    return this.sheet.columns.filter((c) => !c.detail && c.kind !== 'read');
  }

  get locked() {
    return !this.setup.editable || !this.at || !!this.sheet.line(this.at.id)?.locked;
  }

  /** Puts the pen down in a cell; with {@code focus} the person is there. */
  to(place: Place | null, focus = true, anchor: Place | null = place) {
    this.close();
    this.at = place;
    this.anchor = anchor;
    this.lay(focus);
    this.hands.moved();
  }

  /** Into its cell again, e.g. after that was drawn anew. */
  lay(focus: boolean) {
    const cell = this.at && this.table.cell(this.at.id, this.at.field);
    if (!cell) {
      this.area.remove();
      this.choice.remove();
      return;
    }
    const field = this.field;
    (field === this.area ? this.choice : this.area).remove();
    if (field.parentElement !== cell) cell.append(field);
    if (!this.open) this.fill();
    this.describe(field);
    if (!focus) return;
    field.focus({ preventScroll: true });
    if (!this.open && field === this.area) this.area.select();
    cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  private fill() {
    const value = this.sheet.value(this.at!.id, this.at!.field);
    this.area.value = value;
    this.area.readOnly = this.locked;
    if (this.field === this.area) return;
    const options = this.column!.options ?? [];
    this.choice.replaceChildren(...options.map(([v, word]) => new Option(word, v, false, v === value)));
    this.choice.disabled = false;
  }

  private describe(field: HTMLElement) {
    const line = this.sheet.line(this.at!.id);
    const fault = this.sheet.fault(this.at!.id, this.at!.field);
    field.setAttribute('aria-label', say(this.setup.words.cell, line?.name ?? '', this.column?.title));
    field.setAttribute('aria-invalid', String(!!fault));
    if (this.setup.checks) field.setAttribute('aria-describedby', `checks-${this.at!.id}`);
  }

  private show() {
    if (this.open || this.locked) return;
    this.open = true;
    this.before = this.sheet.value(this.at!.id, this.at!.field);
    this.area.classList.add('open');
  }

  /** F2, a second click, a touch: what stands is edited, not replaced. */
  edit() {
    if (this.locked || !this.at) return;
    if (this.field === this.choice) {
      try {
        this.choice.showPicker();
      } catch {
        // older browsers open it by the press itself
      }
      return;
    }
    this.show();
    this.area.setSelectionRange(this.area.value.length, this.area.value.length);
  }

  private input() {
    if (this.locked) return;
    this.show();
    if (!this.composing && this.at) this.hands.typing(this.at, this.value());
  }

  private value() {
    return this.column?.kind === 'area' ? this.area.value : this.area.value.replace(/\s*\n\s*/g, ' ');
  }

  private pick(value: string) {
    const before = this.sheet.value(this.at!.id, this.at!.field);
    if (this.locked) {
      this.choice.value = before;
      return;
    }
    this.hands.typing(this.at!, value);
    this.hands.typed(this.at!, value, before);
  }

  /** What was typed stands. */
  close() {
    if (!this.open || !this.at) return;
    this.open = false;
    this.composing = false;
    this.area.classList.remove('open');
    const value = this.value();
    if (value !== this.sheet.value(this.at.id, this.at.field)) this.hands.typing(this.at, value);
    this.hands.typed(this.at, value, this.before);
  }

  /** Esc: what stood before stands again. */
  back() {
    if (!this.open || !this.at) return false;
    this.area.value = this.before;
    this.open = false;
    this.area.classList.remove('open');
    if (this.sheet.value(this.at.id, this.at.field) !== this.before) this.hands.typing(this.at, this.before);
    this.area.select();
    return true;
  }

  /** By cells; false at the edge. */
  step(down: number, across: number, extend = false): boolean {
    const rows = this.sheet.seenRows();
    const columns = this.columns;
    if (!this.at) return false;
    const y = rows.indexOf(this.at.id) + down;
    const x = columns.findIndex((c) => c.field === this.at!.field) + across;
    if (!rows[y] || !columns[x]) return false;
    this.to({ id: rows[y], field: columns[x].field }, true, extend ? this.anchor : undefined);
    return true;
  }

  /** Tab: along the row, then to the next one; false at the end, so that the page's next field gets the focus. */
  along(by: 1 | -1): boolean {
    if (this.step(0, by)) return true;
    const rows = this.sheet.seenRows();
    const next = rows[rows.indexOf(this.at?.id ?? '') + by];
    if (!next) return false;
    this.to({ id: next, field: this.columns[by > 0 ? 0 : this.columns.length - 1].field });
    return true;
  }

  /** The rows and columns from the anchor to the pen, those seen. */
  block(): { rows: string[]; columns: Column[] } {
    if (!this.at) return { rows: [], columns: [] };
    const rows = this.sheet.seenRows();
    const ys = [rows.indexOf(this.at.id), rows.indexOf((this.anchor ?? this.at).id)].sort((a, b) => a - b);
    const field = (p: Place) => this.columns.findIndex((c) => c.field === p.field);
    const xs = [field(this.at), field(this.anchor ?? this.at)].sort((a, b) => a - b);
    return { rows: rows.slice(Math.max(0, ys[0]), ys[1] + 1), columns: this.columns.slice(Math.max(0, xs[0]), xs[1] + 1) };
  }
}
