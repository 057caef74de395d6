import { newId } from './keep';
import type { Journal } from './journal';
import type { Sheet } from './sheet';
import type { Cells, Change, Line } from './types';

export type Cell = { id: string; field: string; value: string };
type Step =
  | { set: { id: string; field: string; before: string; after: string }[] }
  | { rows: { line: Line; after: string | null; cells: Cells }[]; added: boolean }
  | { before: string[]; after: string[] };

/** What somebody does to the rows, each deed one step to undo. */
export class Edits {
  private done: Step[][] = [];
  private undone: Step[][] = [];

  constructor(private sheet: Sheet, private journal: Journal) {}

  get undoable() {
    return this.done.length > 0;
  }

  get redoable() {
    return this.undone.length > 0;
  }

  private record(steps: Step[]) {
    if (!steps.length) return;
    this.done.push(steps);
    this.undone = [];
  }

  /** New rows and cells together, e.g. a block that is longer than the table. */
  do(cells: Cell[], fresh?: { after: string; count: number; like: Cells }): string[] {
    const steps: Step[] = [];
    const added = fresh ? this.fresh(fresh.after, fresh.count, fresh.like) : [];
    if (added.length) {
      const step: Step = { rows: added, added: true };
      this.run(step, false);
      steps.push(step);
    }
    const set = cells
      .map((c) => ({ ...c, id: c.id.startsWith('+') ? added[+c.id.slice(1)].line.id : c.id }))
      .map((c) => ({ id: c.id, field: c.field, before: this.sheet.value(c.id, c.field), after: c.value }))
      .filter((c) => c.before !== c.after);
    if (set.length) {
      this.run({ set }, false);
      steps.push({ set });
    }
    this.record(steps);
    return added.map((a) => a.line.id);
  }

  private fresh(after: string, count: number, like: Cells) {
    const rows: { line: Line; after: string | null; cells: Cells }[] = [];
    for (let i = 0; i < count; i++) {
      const line: Line = { id: newId(), cells: { ...like }, name: '' };
      rows.push({ line, after: i ? rows[i - 1].line.id : after, cells: { ...like } });
    }
    return rows;
  }

  /** What is typed shows before it is a step: {@link typed} makes it one when the cell is left. */
  typing(cell: Cell) {
    this.journal.put({ id: cell.id, [cell.field]: cell.value });
  }

  typed(cell: Cell, before: string) {
    if (before === cell.value) return;
    this.record([{ set: [{ id: cell.id, field: cell.field, before, after: cell.value }] }]);
  }

  remove(ids: string[]) {
    const rows = ids.map((id) => {
      const order = this.sheet.order;
      return { line: this.sheet.line(id)!, after: order[order.indexOf(id) - 1] ?? null, cells: this.sheet.cells(id) };
    });
    const step: Step = { rows, added: false };
    this.run(step, false);
    this.record([step]);
  }

  arrange(after: string[]) {
    const step: Step = { before: this.sheet.order, after };
    this.run(step, false);
    this.record([step]);
  }

  undo() {
    const steps = this.done.pop();
    if (!steps) return;
    [...steps].reverse().forEach((step) => this.run(step, true));
    this.undone.push(steps);
  }

  redo() {
    const steps = this.undone.pop();
    if (!steps) return;
    steps.forEach((step) => this.run(step, false));
    this.done.push(steps);
  }

  private run(step: Step, back: boolean) {
    if ('set' in step) {
      for (const c of step.set) if (this.sheet.line(c.id)) this.journal.put({ id: c.id, [c.field]: back ? c.before : c.after });
    } else if ('rows' in step) {
      if (step.added !== back) this.put(step.rows, back);
      else for (const row of step.rows) this.away(row.line.id);
    } else {
      const order = back ? step.before : step.after;
      const here = new Set(this.sheet.order);
      const known = new Set(order);
      this.sheet.order = [...order.filter((id) => here.has(id)), ...this.sheet.order.filter((id) => !known.has(id))];
      this.journal.arrange(this.sheet.rows);
    }
  }

  private put(rows: { line: Line; after: string | null; cells: Cells }[], again: boolean) {
    for (const { line, after, cells } of rows) {
      this.sheet.insert({ ...line, cells: { ...line.cells, ...cells } }, after);
      const row = this.before(line.id);
      this.journal.put({ id: line.id, ...cells, after: row ?? '' } as Change, true);
    }
    if (again) this.journal.arrange(this.sheet.rows);
  }

  private before(id: string): string | undefined {
    const rows = this.sheet.rows;
    return rows[rows.indexOf(id) - 1];
  }

  private away(id: string) {
    this.sheet.takeOut(id);
    this.journal.put({ id, removed: true }, true);
  }
}
