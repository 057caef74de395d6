import { parsed, tidy } from '../grid/keep';

type Field = HTMLElement & { value?: string; checked?: boolean; readonly?: boolean; accessibleName?: string; label?: string };
/** Where the page still says {@code before}, {@code now} is put in. */
type Word = { name: string; before: string; now: string };
type Kept = { at: number; words: Word[] };

const PREFIX = 'jx-words';
/** What the server hears of only with the decision. */
const UNSENT = '[data-unsent]';
const FIELDS = 'vaadin-text-field, vaadin-text-area, vaadin-checkbox';
const PAUSE = 300;
/** How long the fields of the page may take to come. */
const PATIENCE = 5000;

const isBox = (field: Field) => field.localName === 'vaadin-checkbox';
const nameOf = (field: Field) => field.accessibleName || field.label || '';
const valueOf = (field: Field) => (isBox(field) ? String(!!field.checked) : field.value ?? '');

/**
 * What is being written on the page of a task, on this machine, by person and task. The opinion and the marks with
 * their reasons are kept as they are written, the rest when the session has ended, and all is put in again when the
 * person opens the task anew.
 */
class Words {
  private readonly shelf: string;
  private readonly before = new Map<Field, string>();
  private readonly stop = new AbortController();
  private readonly endings: MutationObserver;
  private ended = false;
  private timer = 0;

  constructor(private readonly host: HTMLElement, person: string, readonly task: string) {
    this.shelf = `${PREFIX}|${person}|${task}`;
    const heard = { signal: this.stop.signal, capture: true };
    document.addEventListener('focusin', (e) => this.met(e), heard);
    for (const event of ['input', 'change', 'focusout']) document.addEventListener(event, () => this.soon(), heard);
    window.addEventListener('pagehide', () => this.write(), heard);
    this.endings = new MutationObserver(() => this.look());
    this.endings.observe(document.body, { childList: true });
  }

  /** The page is another task's, or is left. */
  close() {
    clearTimeout(this.timer);
    this.stop.abort();
    this.endings.disconnect();
  }

  /** What was written has gone with a decision. */
  sent() {
    this.close();
    localStorage.removeItem(this.shelf);
  }

  private met(event: Event) {
    const field = event.composedPath().find((n) => (n as HTMLElement).matches?.(FIELDS)) as Field | undefined;
    if (!field || this.before.has(field) || field.matches(UNSENT)) return;
    if (this.host.contains(field) || field.closest('vaadin-dialog-overlay')) this.before.set(field, valueOf(field));
  }

  private soon() {
    if (!this.host.isConnected) this.close();
    clearTimeout(this.timer);
    if (!this.stop.signal.aborted) this.timer = window.setTimeout(() => this.write(), PAUSE);
  }

  private look() {
    if (this.ended || !document.querySelector('.v-system-error')) return;
    this.ended = true;
    this.write();
  }

  private written(): Word[] {
    const unsent = [...this.host.querySelectorAll<Field>(UNSENT)].map((field) => word(field, isBox(field) ? 'false' : ''));
    const rest = this.ended ? [...this.before].map(([field, before]) => word(field, before)) : [];
    return [...unsent, ...rest].filter((w) => w.name && w.now !== w.before);
  }

  private write() {
    if (this.stop.signal.aborted || !this.host.isConnected) return;
    const words = this.written();
    try {
      if (words.length) localStorage.setItem(this.shelf, JSON.stringify({ at: Date.now(), words }));
      else localStorage.removeItem(this.shelf);
    } catch {
      // no room, or none allowed: then it is as if there were no such help
    }
  }

  /** Marks bring their reasons with them, so what is not there yet is waited for. */
  putBack() {
    tidy(PREFIX);
    const kept: Kept | null = parsed(localStorage.getItem(this.shelf));
    if (!kept) return;
    let left = kept.words;
    let put = 0;
    const work = () => {
      const waiting = left;
      left = [];
      for (const one of waiting) {
        const field = this.find(one.name);
        if (!field) left.push(one);
        else if (this.enter(field, one)) put++;
      }
      if (!left.length) finish();
    };
    const comes = new MutationObserver(work);
    const late = window.setTimeout(() => finish(), PATIENCE);
    const finish = () => {
      comes.disconnect();
      clearTimeout(late);
      if (this.stop.signal.aborted) return;
      const words = left.filter((w) => w.now !== 'true' && w.now !== 'false').map((w) => `${w.name} ${w.now}`);
      if (put || words.length) (this.host as any).$server.putBack(put, words.join('；'));
    };
    comes.observe(this.host, { childList: true, subtree: true });
    work();
  }

  private find(name: string): Field | undefined {
    return [...this.host.querySelectorAll<Field>(FIELDS)].find((field) => nameOf(field) === name && !field.readonly);
  }

  private enter(field: Field, one: Word): boolean {
    if (valueOf(field) !== one.before) return false;
    this.before.set(field, one.before);
    if (isBox(field)) field.checked = one.now === 'true';
    else field.value = one.now;
    for (const event of ['input', 'change']) field.dispatchEvent(new CustomEvent(event, { bubbles: true }));
    return true;
  }
}

const word = (field: Field, before: string): Word => ({ name: nameOf(field), before, now: valueOf(field) });

let open: Words | undefined;

/** @param person empty where nothing is written */
(window as any).jxWords = (host: HTMLElement, person: string, task: string) => {
  open?.close();
  open = person ? new Words(host, person, task) : undefined;
  open?.putBack();
};

(window as any).jxWordsSent = (task: string) => {
  if (open?.task === task) open.sent();
};
