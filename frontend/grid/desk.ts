import { Bar } from './bar';
import { RowDeeds } from './deeds';
import { Detail } from './detail';
import { Draw } from './draw';
import { Edits } from './edits';
import { Journal, type State } from './journal';
import { Keep } from './keep';
import { key, type Commands } from './keys';
import type { Parts } from './parts';
import { Pasting } from './pasting';
import { Pen, type Place } from './pen';
import { SaveState } from './save-state';
import { Sheet, type Which } from './sheet';
import { Table } from './table';
import { pointing } from './pointer';
import { many, type Change, type Patch, type Setup } from './types';

type Host = HTMLElement & { $server: { edits(seq: number, changes: string): void; left(changes: string): void; act(name: string, argument: string): void } };

/** Everything around one table: it hears the person and the server and tells the parts. */
export class GridDesk {
  private readonly host: Host;
  private readonly sheet: Sheet;
  private readonly journal: Journal;
  private readonly edits: Edits;
  private readonly draw: Draw;
  private readonly table: Table;
  private readonly pen: Pen;
  private readonly bar: Bar;
  private readonly detail: Detail;
  private readonly state: SaveState;
  private readonly keep?: Keep;
  private readonly deeds: RowDeeds;
  private readonly pasting: Pasting;
  private readonly leaving = new AbortController();
  private revision = 0;
  private lost: Change[] = [];
  private opened = false;

  constructor(host: HTMLElement, private setup: Setup) {
    this.host = host as Host;
    if (setup.keep) this.keep = new Keep(setup.keep, () => this.bar?.say(setup.words.twoWindows));
    this.state = new SaveState(setup.words);
    this.journal = new Journal(
      (seq, changes) => this.host.$server.edits(seq, JSON.stringify(changes)),
      (changes) => this.keep?.put(this.revision, changes, this.lost) ?? true,
      (state) => this.told(state)
    );
    this.sheet = new Sheet(setup.columns, this.journal, `jx-folded|${setup.keep?.task}|${setup.keep?.part}`);
    this.edits = new Edits(this.sheet, this.journal);
    this.draw = new Draw(this.sheet, setup, {
      fold: (id) => this.fold(id),
      add: (group) => this.deeds.add(group),
      act: (name, argument) => (this.journal.flush(), this.host.$server.act(name, argument)),
      put: (id, edit) => (this.journal.put({ id, ...edit }), this.journal.flush()),
      detail: (id) => this.detail.show(id)
    });
    const parts = this.parts();
    this.deeds = new RowDeeds(parts);
    this.pasting = new Pasting(parts);
    const commands = this.deeds.all;
    this.bar = new Bar(this.sheet, this.edits, setup, this.draw, {
      ...commands,
      paste: () => void this.pasting.fromButton(),
      choose: (which) => this.choose(which),
      tool: (name) => (this.journal.flush(), this.host.$server.act(name, ''))
    });
    const holder = document.createElement('div');
    holder.className = 'jx-grid-table';
    this.table = new Table(holder, this.sheet, this.draw, setup, (id, to, below) => this.deeds.dragged(id, to, below));
    this.pen = new Pen(this.sheet, this.table, setup, {
      typing: (place, value) => this.typing(place, value),
      typed: (place, value, before) => this.edits.typed({ ...place, value }, before),
      moved: () => this.mark()
    });
    this.detail = new Detail(this.sheet, this.edits, setup, this.draw, (row) => this.back(row), () => this.table.fit(), (row) => this.changed([row]));
    const body = document.createElement('div');
    body.className = 'jx-grid-body';
    body.append(holder, this.detail.root);
    host.replaceChildren(this.bar.root, this.bar.said, body, ...(setup.editable ? [Bar.hints(setup)] : []));
    this.listen(holder, commands);
  }

  /** The parts as they are when they are asked for: the bar and the pen are made after those who use them. */
  private parts(): Parts {
    const desk = this;
    return {
      setup: this.setup,
      sheet: this.sheet,
      edits: this.edits,
      get pen() {
        return desk.pen;
      },
      get bar() {
        return desk.bar;
      },
      get detail() {
        return desk.detail;
      },
      deed: (deed, then) => this.deed(deed, then),
      changed: (ids) => this.changed(ids),
      rebuilt: (at, focus) => void this.rebuilt(at, focus),
      reach: (row, field) => this.reach(row, field),
      act: (name, argument) => this.host.$server.act(name, argument)
    };
  }

  private listen(holder: HTMLElement, commands: Commands) {
    holder.firstElementChild?.setAttribute('aria-label', this.setup.label);
    holder.setAttribute('aria-label', this.setup.label);
    holder.addEventListener('keydown', (e) => {
      if (!(e.target as HTMLElement).classList.contains('jx-pen') || !key(e, this.pen, commands)) return;
      e.preventDefault();
      e.stopPropagation();
      this.bar.renew(this.pen.locked);
    });
    holder.addEventListener('copy', (e) => !this.pen.open && this.pasting.copy(e));
    holder.addEventListener('cut', (e) => !this.pen.open && (this.pasting.copy(e), commands.clear()));
    holder.addEventListener('paste', (e) => this.pasting.pasted(e));
    pointing(holder, this.pen);
    const signal = this.leaving.signal;
    // what was typed goes before the press of any button, and while the page can still send
    document.addEventListener('pointerdown', (e) => !this.host.contains(e.target as Node) && this.journal.flush(), { capture: true, signal });
    this.host.addEventListener('focusout', (e) => !this.host.contains(e.relatedTarget as Node) && this.journal.flush());
    window.addEventListener('pagehide', () => (this.pen.close(), this.journal.flush()), { signal });
    document.addEventListener('visibilitychange', () => document.hidden && this.journal.flush(), { signal });
  }

  /** Something that may bring, take or move rows. */
  private deed(deed: () => void, then?: () => Place | null) {
    this.pen.close();
    const order = this.sheet.order.join();
    deed();
    if (order === this.sheet.order.join()) this.changed(this.sheet.rows);
    else void this.rebuilt(then?.() ?? this.pen.at, true);
  }

  private async rebuilt(at: Place | null, focus: boolean) {
    await this.table.again();
    const seen = this.sheet.seenRows();
    const first = seen[0] && this.pen.columns[0] ? { id: seen[0], field: this.pen.columns[0].field } : null;
    this.host.classList.toggle('empty', !this.sheet.rows.length);
    this.groups();
    if (at && seen.includes(at.id) && this.pen.open) this.pen.lay(focus);
    else this.pen.to(at && seen.includes(at.id) ? at : first, focus);
    this.detail.renew();
    this.bar.renew(this.pen.locked);
  }

  private changed(ids: string[]) {
    const focus = document.activeElement?.classList.contains('jx-pen') && this.host.contains(document.activeElement);
    for (const id of ids) this.table.redraw(id);
    this.groups();
    if (!this.pen.composing) this.pen.lay(!!focus);
    this.mark();
    this.detail.renew();
    this.bar.renew(this.pen.locked);
  }

  private groups() {
    for (const id of this.sheet.order) if (this.sheet.line(id)?.level) this.table.redraw(id);
  }

  private typing(place: Place, value: string) {
    this.edits.typing({ ...place, value });
    this.table.redraw(place.id);
    this.mark();
  }

  private fold(id: string) {
    this.sheet.fold(id);
    this.sifted();
    this.table.redraw(id);
    this.table.row(id)?.querySelector<HTMLElement>('.jx-fold')?.focus();
  }

  private choose(which: Which) {
    this.sheet.choose(which);
    this.sifted();
    this.bar.renew(this.pen.locked);
  }

  private sifted() {
    this.table.sift();
    const seen = this.sheet.seenRows();
    if (this.pen.at && seen.includes(this.pen.at.id)) return;
    this.pen.to(seen[0] ? { id: seen[0], field: this.pen.columns[0].field } : null, false);
  }

  /** The selection, drawn. */
  private mark() {
    const { rows, columns } = this.pen.block();
    this.host.querySelectorAll('.sel').forEach((e) => e.classList.remove('sel'));
    if (rows.length * columns.length > 1)
      for (const id of rows) for (const c of columns) this.table.cell(id, c.field)?.classList.add('sel');
  }

  private back(row: string) {
    if (this.sheet.order.includes(row)) this.table.cell(row, 'more')?.querySelector('button')?.focus();
  }

  private told(state: State) {
    this.state.show(state);
  }

  /** Puts the pen into a cell, wherever it is hidden; a field that has no cell is beside the table. */
  reach(row: string, field: string) {
    if (!this.sheet.line(row)) return;
    this.sheet.reveal(row);
    this.table.sift();
    const column = this.sheet.columns.find((c) => c.field === field);
    this.pen.to({ id: row, field: this.pen.columns.some((c) => c.field === field) ? field : this.pen.columns[0].field });
    this.table.row(row)?.scrollIntoView({ block: 'center' });
    if (column?.detail) this.detail.show(row);
    this.bar.renew(this.pen.locked);
  }

  async show(patch: Patch) {
    this.revision = patch.revision;
    const ids = this.sheet.take(patch);
    const focus = this.host.contains(document.activeElement);
    if (ids) this.changed(ids);
    else await this.rebuilt(this.pen.at, focus && this.opened);
    if (!this.opened) {
      this.opened = true;
      await this.restore();
    } else if (this.lost.length) {
      this.lost = this.differing(this.lost);
      this.journal.keep();
    }
  }

  async answer(seq: number, outcome: 'stored' | 'refused' | 'kept', patch: Patch) {
    if (outcome === 'kept') {
      this.lost = [...this.lost, ...this.journal.drop()];
      this.told('stored');
    }
    this.revision = patch.revision;
    if (outcome !== 'kept') this.journal.answered(seq, outcome === 'stored');
    await this.show(patch);
    if (outcome === 'kept') this.journal.keep();
  }

  /** What was kept has been given up, or put in again by the page. */
  forget() {
    this.lost = [];
    this.journal.keep();
  }

  /** Only what the server does not have. */
  private differing(changes: Change[]): Change[] {
    return changes.flatMap((change) => {
      const line = this.sheet.line(change.id);
      if (change.removed) return line ? [change] : [];
      if (!line) return [change];
      const rest = Object.entries(change).filter(([f, v]) => f !== 'id' && f !== 'after' && String(v) !== this.sheet.stored(change.id, f));
      return rest.length ? [{ id: change.id, ...Object.fromEntries(rest) }] : [];
    });
  }

  /** What another day's window could not store: put in where nothing has changed since, else shown to be decided. */
  private async restore() {
    const left = (await this.keep?.left()) ?? [];
    const goes = (revision: number) => revision === this.revision && this.setup.editable;
    const fresh = this.differing(left.flatMap((l) => (goes(l.revision) ? l.changes : [])));
    const stale = this.differing(left.flatMap((l) => (goes(l.revision) ? l.lost : [...l.lost, ...l.changes])));
    for (const change of fresh) this.journal.put(change);
    if (fresh.length) {
      this.journal.flush();
      this.bar.say(many(this.setup, 'restored', fresh.length));
      this.changed(fresh.map((c) => c.id));
    }
    if (stale.length) {
      this.lost = stale;
      this.journal.keep();
      this.host.$server.left(JSON.stringify(stale));
    }
  }

  leave() {
    this.pen.close();
    this.journal.flush();
    this.leaving.abort();
    this.keep?.close();
    this.state.leave();
    this.table.destroy();
  }
}
