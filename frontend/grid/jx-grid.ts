import type { GridDesk } from './desk';
import type { Patch, Setup } from './types';

/**
 * A table to type in, as in a spreadsheet. What it is made of is loaded when the first one is shown; calls that come
 * before wait for it, in their order.
 */
class JxGrid extends HTMLElement {
  declare setup?: string;
  private desk?: Promise<GridDesk>;
  private waiting: Promise<unknown> = Promise.resolve();

  connectedCallback() {
    this.desk ??= import('./desk').then(({ GridDesk }) => new GridDesk(this, { rows: false, moves: false, checks: false, ...JSON.parse(this.setup ?? '{}') } as Setup));
  }

  disconnectedCallback() {
    void this.desk?.then((desk) => !this.isConnected && desk.leave());
  }

  private then(deed: (desk: GridDesk) => unknown) {
    this.waiting = this.waiting.then(() => this.desk!.then(deed)).catch((failed) => console.error(failed));
  }

  show(patch: string) {
    this.then((desk) => desk.show(JSON.parse(patch) as Patch));
  }

  answer(seq: number, outcome: 'stored' | 'refused' | 'kept', patch: string) {
    this.then((desk) => desk.answer(seq, outcome, JSON.parse(patch) as Patch));
  }

  reach(row: string, field: string) {
    this.then((desk) => desk.reach(row, field));
  }

  forget() {
    this.then((desk) => desk.forget());
  }
}

customElements.define('jx-grid', JxGrid);
