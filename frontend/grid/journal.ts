import type { Change } from './types';

const PAUSE = 600;
const LATE = 4000;

export type State = 'saving' | 'kept' | 'stored' | 'refused';

/** What was typed and the server has not confirmed: sent after a pause, in batches, and laid over what it shows. */
export class Journal {
  private waiting = new Map<string, Change>();
  private order: string[] | null = null;
  private sent: { seq: number; changes: Change[]; moved: boolean }[] = [];
  private over = new Map<string, Change>();
  private seq = 0;
  private timer = 0;
  private late = 0;

  /**
   * @param send hands a batch to the server
   * @param changed keeps what is unconfirmed on this machine
   */
  constructor(
    private send: (seq: number, changes: Change[]) => void,
    private changed: (unconfirmed: Change[]) => boolean,
    private told: (state: State) => void
  ) {}

  put(change: Change, instead = false) {
    for (const map of [this.waiting, this.over]) {
      const before = map.get(change.id);
      map.delete(change.id);
      map.set(change.id, instead || !before || before.removed ? { ...change } : { ...before, ...change });
    }
    this.later();
  }

  /** The rows' order, all of them. */
  arrange(order: string[]) {
    this.order = order;
    this.later();
  }

  of(id: string): Change | undefined {
    return this.over.get(id);
  }

  get empty() {
    return !this.waiting.size && !this.order && !this.sent.length;
  }

  /** Rows come, go or move in what is unconfirmed, so the server's order waits. */
  get structural() {
    const moves = (c: Change) => c.removed || c.after !== undefined;
    return !!this.order || this.sent.some((b) => b.moved) || [...this.over.values()].some(moves);
  }

  private later() {
    this.keep();
    this.told('saving');
    this.watch();
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.flush(), PAUSE);
  }

  /** Sends at once what waits: somebody leaves the table or presses a button. */
  flush() {
    clearTimeout(this.timer);
    if (!this.waiting.size && !this.order) return;
    const changes = this.batch([...this.waiting.values()], this.order);
    this.sent.push({ seq: ++this.seq, changes, moved: !!this.order });
    this.waiting.clear();
    this.order = null;
    this.send(this.seq, changes);
  }

  /** Those removed first, then either what changed or, for an order, every row in it. */
  private batch(changes: Change[], order: string[] | null): Change[] {
    if (!order) return changes;
    const by = new Map(changes.map((c) => [c.id, c]));
    return [...changes.filter((c) => c.removed), ...order.map((id) => by.get(id) ?? { id })];
  }

  private watch() {
    clearTimeout(this.late);
    this.late = window.setTimeout(() => !this.empty && this.told('kept'), LATE);
  }

  /** What came before was stored with it: the server keeps what it could not store and tries it again. */
  answered(seq: number, stored: boolean) {
    clearTimeout(this.late);
    if (!stored) {
      this.told('refused');
      return;
    }
    this.sent = this.sent.filter((batch) => batch.seq > seq);
    this.over.clear();
    for (const c of this.unconfirmed()) this.over.set(c.id, { ...(this.over.get(c.id) ?? {}), ...c });
    this.keep();
    if (this.empty) this.told('stored');
    else this.watch();
  }

  /** Everything is given up; returned so that somebody can keep it in sight. */
  drop(): Change[] {
    const all = this.merged();
    this.waiting.clear();
    this.order = null;
    this.sent = [];
    this.over.clear();
    clearTimeout(this.timer);
    clearTimeout(this.late);
    return all;
  }

  private unconfirmed(): Change[] {
    return [...this.sent.flatMap((b) => b.changes), ...this.batch([...this.waiting.values()], this.order)];
  }

  /** Each row once. */
  private merged(): Change[] {
    const by = new Map<string, Change>();
    for (const c of this.unconfirmed()) {
      const before = by.get(c.id);
      by.delete(c.id);
      by.set(c.id, before && !before.removed && !c.removed ? { ...before, ...c } : c);
    }
    return [...by.values()];
  }

  keep() {
    return this.changed(this.merged());
  }
}
