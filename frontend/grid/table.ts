// @ts-ignore the library ships no types
import { FormatModule, MoveRowsModule, ResizeColumnsModule, ResizeTableModule, Tabulator } from 'tabulator-tables';
import type { Draw } from './draw';
import type { Sheet } from './sheet';
import type { Column, Setup } from './types';

Tabulator.registerModule([FormatModule, MoveRowsModule, ResizeColumnsModule, ResizeTableModule]);

/** The library draws the rows; what stands in a cell is drawn by us, and again without touching its neighbours. */
export class Table {
  private readonly tabulator: any;
  readonly built: Promise<void>;

  constructor(holder: HTMLElement, private sheet: Sheet, private draw: Draw, setup: Setup, moved: (id: string, to: string, below: boolean) => void) {
    const columns: object[] = sheet.columns.filter((c) => !c.detail).map((c) => this.column(c));
    if (setup.moves && setup.editable) columns.unshift(this.own('handle', setup.words.moveHead, 26));
    if (setup.checks) columns.push(this.own('checks', setup.words.checks, undefined, 4));
    if (sheet.columns.some((c) => c.detail)) columns.push(this.own('more', setup.words.moreHead, 36));
    this.tabulator = new Tabulator(holder, {
      data: this.data(),
      index: 'id',
      layout: 'fitColumns',
      renderVertical: 'basic',
      rowHeight: 38,
      columns,
      movableRows: setup.moves && setup.editable,
      rowFormatter: (row: any) => draw.line(row.getElement(), sheet.line(row.getData().id)!),
      resizableColumnFit: true
    });
    this.tabulator.on('rowMoved', (row: any) => {
      const above = row.getPrevRow();
      const below = row.getNextRow();
      if (above) moved(row.getData().id, above.getData().id, true);
      else if (below) moved(row.getData().id, below.getData().id, false);
    });
    this.built = new Promise((done) => this.tabulator.on('tableBuilt', () => {
        // the part that scrolls is a step of its own between a grid and its rows
        const scrolling = holder.querySelector('.tabulator-tableholder');
        scrolling?.removeAttribute('tabindex');
        scrolling?.setAttribute('role', 'presentation');
        done();
      }));
  }

  private data() {
    return this.sheet.order.map((id) => ({ id }));
  }

  private column(c: Column) {
    return {
      field: c.field,
      title: c.title,
      ...(c.grow ? { widthGrow: c.grow, minWidth: 60 } : { width: c.width ?? 92, minWidth: 40 }),
      cssClass: `${c.look ?? ''} ${c.kind === 'read' ? 'read' : 'cell'}`.trim(),
      formatter: (cell: any) => this.first(cell, c.field)
    };
  }

  private own(field: string, title: string, width?: number, widthGrow?: number) {
    return {
      field,
      title,
      ...(width ? { width, minWidth: width, resizable: false } : { widthGrow, minWidth: 80 }),
      rowHandle: field === 'handle',
      cssClass: field,
      formatter: (cell: any) => this.first(cell, field)
    };
  }

  private first(cell: any, field: string) {
    const line = this.sheet.line(cell.getRow().getData().id);
    if (!line || line.level) return '';
    return this.draw.cell(cell.getElement(), line, field);
  }

  /** All lines, after they came, went or moved; a few are put in their place and the others left alone. */
  async again() {
    await this.built;
    const now: string[] = this.tabulator.getRows().map((row: any) => row.getData().id);
    const want = this.sheet.order;
    const there = new Set(now);
    const wanted = new Set(want);
    const gone = now.filter((id) => !wanted.has(id));
    const come = want.filter((id) => !there.has(id));
    const kept = now.filter((id) => wanted.has(id));
    const left = want.filter((id) => there.has(id));
    const at = kept.findIndex((id, i) => id !== left[i]);
    const swapped = at >= 0 && kept[at] === left[at + 1] && kept[at + 1] === left[at] && kept.every((id, i) => i === at || i === at + 1 || id === left[i]);
    if (gone.length + come.length > 20 || (at >= 0 && !swapped) || (swapped && gone.length + come.length)) {
      await this.tabulator.replaceData(this.data());
    } else {
      this.tabulator.blockRedraw();
      for (const id of gone) await this.tabulator.deleteRow(id);
      for (const id of come) await this.tabulator.addRow({ id }, want[0] === id, want[want.indexOf(id) - 1]);
      if (swapped) this.tabulator.moveRow(kept[at], kept[at + 1], false);
      this.tabulator.restoreRedraw();
    }
    this.sift();
  }

  /** Every line stays drawn; those that are folded or filtered away are not seen. */
  sift() {
    const seen = new Set(this.sheet.seen());
    for (const row of this.tabulator.element.querySelectorAll('[data-row]') as NodeListOf<HTMLElement>) row.hidden = !seen.has(row.dataset.row!);
  }

  redraw(id: string) {
    const row = this.tabulator.getRow(id);
    const line = this.sheet.line(id);
    if (!row || !line) return;
    if (!line.level)
      for (const cell of row.getCells()) {
        const element = cell.getElement() as HTMLElement;
        // the pen in it keeps the focus, so only what is drawn goes
        const drawn = this.draw.cell(element, line, cell.getField());
        const before = element.querySelector(':scope > .jx-gc');
        if (before) before.replaceWith(drawn);
        else element.prepend(drawn);
      }
    this.draw.line(row.getElement(), line);
  }

  cell(id: string, field: string): HTMLElement | null {
    return this.row(id)?.querySelector<HTMLElement>(`[tabulator-field="${CSS.escape(field)}"]`) ?? null;
  }

  row(id: string): HTMLElement | null {
    return this.tabulator.element.querySelector(`[data-row="${CSS.escape(id)}"]`);
  }

  /** After the room for it changed. */
  fit() {
    this.tabulator.redraw();
  }

  destroy() {
    this.tabulator.destroy();
  }
}
