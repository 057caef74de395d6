import type { Journal } from './journal';
import type { Cells, Check, Column, Line, Patch } from './types';

export type Which = 'all' | 'bad' | 'warn';

/** The lines as the server showed them, under what is typed and not confirmed; which of them are seen. */
export class Sheet {
  private known = new Map<string, Line>();
  order: string[] = [];
  private newest?: string[];
  private folded = new Set<string>();
  private which: Which = 'all';
  private picked = new Set<string>();

  constructor(readonly columns: Column[], private journal: Journal, private memory: string) {
    try {
      JSON.parse(sessionStorage.getItem(memory) ?? '[]').forEach((id: string) => this.folded.add(id));
    } catch {
      // what was folded is forgotten
    }
  }

  /** Ids of the lines to draw anew, or null: all of them. */
  take(patch: Patch): string[] | null {
    for (const line of patch.lines) this.known.set(line.id, line);
    if (patch.order) this.newest = patch.order;
    if (!this.newest || this.journal.structural) return patch.lines.map((l) => l.id);
    const same = this.order.join() === this.newest.join();
    this.order = this.newest;
    this.newest = undefined;
    if (same) return patch.lines.map((l) => l.id);
    const there = new Set(this.order);
    for (const id of this.known.keys()) if (!there.has(id)) this.known.delete(id);
    return null;
  }

  line(id: string): Line | undefined {
    return this.known.get(id);
  }

  value(id: string, field: string): string {
    const typed = this.journal.of(id)?.[field];
    return typed === undefined ? (this.known.get(id)?.cells?.[field] ?? '') : String(typed);
  }

  /** As the server has it. */
  stored(id: string, field: string): string | undefined {
    return this.known.get(id)?.cells?.[field];
  }

  cells(id: string): Cells {
    const cells: Cells = {};
    for (const c of this.columns) if (c.kind !== 'read') cells[c.field] = this.value(id, c.field);
    return cells;
  }

  /** A row that is here before the server knows it. */
  insert(line: Line, after: string | null) {
    this.known.set(line.id, line);
    const at = after === null ? -1 : this.order.indexOf(after);
    this.order = [...this.order.slice(0, at + 1), line.id, ...this.order.slice(at + 1)];
    if (this.which !== 'all') this.picked.add(line.id);
  }

  takeOut(id: string) {
    this.order = this.order.filter((other) => other !== id);
  }

  get rows(): string[] {
    return this.order.filter((id) => !this.known.get(id)?.level);
  }

  /** The line above a row's group. */
  group(id: string): Line | undefined {
    for (let i = this.order.indexOf(id); i >= 0; i--) {
      const line = this.known.get(this.order[i]);
      if (line?.level) return line;
    }
    return undefined;
  }

  /** A group's rows, those of the groups in it too. */
  within(group: Line): string[] {
    const rows: string[] = [];
    for (let i = this.order.indexOf(group.id) + 1; i < this.order.length; i++) {
      const line = this.known.get(this.order[i])!;
      if (line.level && line.level <= group.level!) break;
      if (!line.level) rows.push(line.id);
    }
    return rows;
  }

  /** All lines that are seen, in order. */
  seen(): string[] {
    const hidden: (string | null)[] = [];
    return this.order.filter((id) => {
      const line = this.known.get(id)!;
      const level = line.level ?? 9;
      hidden.length = Math.min(hidden.length, level);
      const inside = hidden.some((h) => h);
      if (line.level) {
        hidden[level] = this.folded.has(id) ? id : null;
        const shown = this.which === 'all' || this.within(line).some((row) => this.picked.has(row)) || this.tells(line);
        return !inside && shown;
      }
      return !inside && (this.which === 'all' || this.picked.has(id));
    });
  }

  seenRows(): string[] {
    return this.seen().filter((id) => !this.known.get(id)!.level);
  }

  private tells(group: Line) {
    return !!group.checks?.some((c) => c.look === this.which);
  }

  isFolded(id: string) {
    return this.folded.has(id);
  }

  fold(id: string, folded = !this.folded.has(id)) {
    if (folded) this.folded.add(id);
    else this.folded.delete(id);
    sessionStorage.setItem(this.memory, JSON.stringify([...this.folded]));
  }

  /** Opens whatever hides a row. */
  reveal(id: string) {
    if (this.which !== 'all' && !this.picked.has(id)) this.choose('all');
    for (const group of this.order) if (this.folded.has(group) && this.within(this.known.get(group)!).includes(id)) this.fold(group, false);
  }

  get chosen() {
    return this.which;
  }

  /** Rows stay while they are being mended: what is picked is picked when it is asked for. */
  choose(which: Which) {
    this.which = which;
    this.picked = new Set(this.rows.filter((id) => this.has(id, which)));
  }

  private checks(id: string): Check[] {
    return this.known.get(id)?.checks ?? [];
  }

  has(id: string, look: string) {
    return this.checks(id).some((c) => c.look === look);
  }

  count(look: 'bad' | 'warn', ids = this.rows) {
    return ids.reduce((sum, id) => sum + (this.has(id, look) ? 1 : 0), 0);
  }

  /** The cell's own fault, if it has one. */
  fault(id: string, field: string): Check | undefined {
    return this.checks(id).find((c) => c.look === 'bad' && c.field === field);
  }
}
