import type { Commands } from './keys';
import type { Parts } from './parts';
import { many, type Line } from './types';

/** What the keys and buttons do to the rows. */
export class RowDeeds {
  constructor(private p: Parts) {}

  get all(): Commands {
    return {
      undo: () => this.p.deed(() => this.p.edits.undo()),
      redo: () => this.p.deed(() => this.p.edits.redo()),
      fill: () => this.fill(),
      add: () => this.add(),
      remove: () => this.remove(),
      clear: () => this.set(this.p.pen.block().rows, () => ''),
      up: () => this.move(-1),
      down: () => this.move(1),
      problem: () => this.problem(),
      all: () => this.selectAll(),
      detail: () => this.p.pen.at && this.p.detail.show(this.p.pen.at.id)
    };
  }

  private locked = (id: string) => !this.p.setup.editable || !!this.p.sheet.line(id)?.locked;

  private set(rows: string[], value: (field: string) => string) {
    const cells = rows
      .filter((id) => !this.locked(id))
      .flatMap((id) => this.p.pen.block().columns.filter((c) => c.kind !== 'choice' || value(c.field)).map((c) => ({ id, field: c.field, value: value(c.field) })));
    this.p.edits.do(cells);
    this.p.changed(rows);
  }

  private fill() {
    const { rows } = this.p.pen.block();
    if (!rows.length) return;
    // one row alone is filled from the row above it, as in a spreadsheet
    const seen = this.p.sheet.seenRows();
    const source = rows.length > 1 ? rows[0] : seen[seen.indexOf(rows[0]) - 1];
    if (source) this.set(rows.length > 1 ? rows.slice(1) : rows, (field) => this.p.sheet.value(source, field));
  }

  add(group?: Line) {
    if (!this.p.setup.rows || !this.p.setup.editable) return;
    const at = group ? (this.p.sheet.within(group).at(-1) ?? group.id) : (this.p.pen.at?.id ?? this.p.sheet.order.at(-1) ?? '');
    if (!this.p.sheet.order.length) {
      this.p.act('first', '');
      return;
    }
    if (group) this.p.sheet.fold(group.id, false);
    let id = '';
    const like = (group ?? this.p.sheet.group(at))?.like ?? {};
    this.p.deed(
      () => ([id] = this.p.edits.do([], { after: at, count: 1, like })),
      () => ({ id, field: this.p.pen.columns[0].field })
    );
  }

  private remove() {
    const rows = this.p.pen.block().rows.filter((id) => !this.locked(id) && !this.p.sheet.line(id)?.fixed);
    if (!rows.length || !this.p.setup.rows) return;
    const seen = this.p.sheet.seenRows();
    const next = seen[seen.indexOf(rows.at(-1)!) + 1] ?? seen[seen.indexOf(rows[0]) - 1];
    this.p.deed(
      () => this.p.edits.remove(rows),
      () => (next ? { id: next, field: this.p.pen.at!.field } : null)
    );
    this.p.bar.say(many(this.p.setup, 'removed', rows.length));
  }

  private move(by: 1 | -1) {
    const row = this.p.pen.at?.id;
    if (!row || !this.p.setup.moves || this.locked(row)) return;
    const order = [...this.p.sheet.order];
    const at = order.indexOf(row);
    if (!order[at + by] || this.p.sheet.line(order[at + by])?.level) return;
    [order[at], order[at + by]] = [order[at + by], order[at]];
    this.p.deed(() => this.p.edits.arrange(order));
  }

  dragged(row: string, to: string, below: boolean) {
    const order = this.p.sheet.order.filter((id) => id !== row);
    order.splice(order.indexOf(to) + (below ? 1 : 0), 0, row);
    const same = this.p.sheet.group(row)?.id === this.p.sheet.line(to)?.id || this.p.sheet.group(row) === this.p.sheet.group(to);
    if (!same) this.p.bar.say(this.p.setup.words.sameGroup);
    if (!same || this.locked(row)) this.p.rebuilt(this.p.pen.at, true);
    else this.p.deed(() => this.p.edits.arrange(order));
  }

  private problem() {
    const rows = this.p.sheet.rows;
    const from = rows.indexOf(this.p.pen.at?.id ?? '') + 1;
    const ring = [...rows.slice(from), ...rows.slice(0, from)];
    const look = this.p.sheet.count('bad') ? 'bad' : 'warn';
    const row = ring.find((id) => this.p.sheet.has(id, look));
    if (row) this.p.reach(row, this.p.sheet.line(row)!.checks!.find((c) => c.look === look)!.field ?? '');
  }

  private selectAll() {
    const seen = this.p.sheet.seenRows();
    const columns = this.p.pen.columns;
    if (!seen.length) return;
    // the pen stays in sight, for what is typed next goes where it is
    this.p.pen.to({ id: seen[0], field: columns[0].field }, true, { id: seen.at(-1)!, field: columns.at(-1)!.field });
  }
}
