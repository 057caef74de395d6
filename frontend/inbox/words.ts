import { parsed, tidy } from '../grid/keep';

type Field = HTMLElement & { value?: string; checked?: boolean; readonly?: boolean; readOnly?: boolean; accessibleName?: string; label?: string };
/** Where the field {@code at} still says {@code before}, {@code now} is put in; {@code name} is for people. */
type Word = { at: string; name: string; before: string; now: string };
type Kept = { at: number; words: Word[] };

const PREFIX = 'jx-words';
/** What the server hears of only with the decision, and as what: a name of its own on the page. */
const UNSENT = 'data-unsent';
const CHOICES = 'vaadin-select, vaadin-combo-box, vaadin-radio-group, vaadin-checkbox-group, select.jx-tcell';
const FIELDS = `vaadin-text-field, vaadin-text-area, vaadin-date-picker, vaadin-checkbox, .jx-tcell, ${CHOICES}`;
const PAUSE = 300;
/** How long the fields of the page may take to come. */
const PATIENCE = 5000;

const isBox = (field: Field) => field.localName === 'vaadin-checkbox';
const nameOf = (field: Field) => field.accessibleName || field.label || field.getAttribute('aria-label') || '';

/** Rows may share their names, so a field is known by the nearest id around it. */
const placeOf = (field: Field) => field.getAttribute(UNSENT) || `${field.closest('[id]')?.id ?? ''}|${nameOf(field)}`;

/** What is chosen, as it reads. */
function chosen(field: Field): string {
  if (field.localName === 'select') return (field as unknown as HTMLSelectElement).selectedOptions[0]?.label ?? '';
  if (field.localName === 'vaadin-combo-box') return field.querySelector('input')?.value ?? '';
  if (field.localName === 'vaadin-select') return field.querySelector('[slot=value]')?.textContent?.trim() ?? '';
  const inner = [...field.querySelectorAll<Field>('vaadin-radio-button, vaadin-checkbox')];
  return inner.filter((one) => one.checked).map(nameOf).join('、');
}

function valueOf(field: Field): string {
  if (isBox(field)) return String(!!field.checked);
  return field.matches(CHOICES) ? chosen(field) : field.value ?? '';
}

const word = (field: Field, before: string): Word => ({ at: placeOf(field), name: nameOf(field), before, now: valueOf(field) });

/** A mark is nothing by itself: its reason says more. */
function told(one: Word): string {
  const name = one.name.replace(/（.*）|\(.*\)/, '').trim();
  if (one.now !== 'true' && one.now !== 'false') return `${name} ${one.now || '–'}`;
  return one.at.startsWith('mark ') ? '' : `${name} ${one.now === 'true' ? '✓' : '–'}`;
}

/**
 * What is being written on the page of a task, on this machine, by person and task. The opinion and the marks with
 * their reasons are kept as they are written, the rest when the session has ended, and all is put in again when the
 * person opens the task anew; what has no place there any more is told, and stays until the person gives it up.
 */
class Words {
  private readonly shelf: string;
  private readonly before = new Map<Field, string>();
  private readonly stop = new AbortController();
  private endings?: MutationObserver;
  private ended = false;
  private timer = 0;
  /** Of what was kept, has not found its place. */
  private left: Word[] = [];

  constructor(private readonly host: HTMLElement, person: string, readonly task: string) {
    this.shelf = `${PREFIX}|${person}|${task}`;
  }

  listen() {
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
    this.endings?.disconnect();
  }

  /** What was written has gone with a decision. */
  sent() {
    this.close();
    localStorage.removeItem(this.shelf);
  }

  /** The person does not want what is left any more. */
  drop() {
    this.left = [];
    this.write();
  }

  /** What stands in a field when it is entered is on the server: until the session has ended. */
  private met(event: Event) {
    const inner = event.composedPath().find((n) => (n as HTMLElement).matches?.(FIELDS)) as Field | undefined;
    const field: Field | null | undefined = inner?.closest('vaadin-checkbox-group') ?? inner;
    if (!field || this.ended || field.hasAttribute(UNSENT)) return;
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
    const unsent = [...this.host.querySelectorAll<Field>(`[${UNSENT}]`)].map((field) => word(field, isBox(field) ? 'false' : ''));
    const rest = this.ended ? [...this.before].map(([field, before]) => word(field, before)) : [];
    return [...unsent, ...rest].filter((w) => w.name && w.now !== w.before);
  }

  private write() {
    if (this.stop.signal.aborted || !this.host.isConnected) return;
    const words = [...this.written(), ...this.left];
    try {
      if (words.length) localStorage.setItem(this.shelf, JSON.stringify({ at: Date.now(), words }));
      else localStorage.removeItem(this.shelf);
    } catch {
      // no room, or none allowed: then it is as if there were no such help
    }
  }

  /**
   * Marks bring their reasons with them, so what is not there yet is waited for.
   *
   * @param writes whether there is anything to put it in
   */
  putBack(writes: boolean) {
    tidy(PREFIX);
    const kept: Kept | null = parsed(localStorage.getItem(this.shelf));
    if (!kept) return;
    this.left = kept.words;
    let put = 0;
    const work = () => {
      const waiting = this.left;
      this.left = waiting.filter((one) => {
        const field = writes && this.find(one.at);
        if (field && this.enter(field, one)) put++;
        return !field || valueOf(field) !== one.now;
      });
      if (!this.left.length) finish();
    };
    const comes = new MutationObserver(work);
    const late = window.setTimeout(() => finish(), writes ? PATIENCE : 0);
    const finish = () => {
      comes.disconnect();
      clearTimeout(late);
      if (this.stop.signal.aborted) return;
      const words = this.left.map(told).filter((w) => w).join('；');
      if (put || words) (this.host as any).$server.putBack(put, words);
    };
    comes.observe(this.host, { childList: true, subtree: true });
    work();
  }

  private find(at: string): Field | undefined {
    return [...this.host.querySelectorAll<Field>(FIELDS)].find((field) => placeOf(field) === at && !field.readonly && !field.readOnly);
  }

  /** A choice is made anew by the person: what a page calls its choices is not the same the next time. */
  private enter(field: Field, one: Word): boolean {
    if (valueOf(field) !== one.before || field.matches(CHOICES)) return false;
    if (isBox(field)) field.checked = one.now === 'true';
    else field.value = one.now;
    for (const event of ['input', 'change']) field.dispatchEvent(new CustomEvent(event, { bubbles: true }));
    return true;
  }
}

let open: Words | undefined;

/** @param writes whether this person may write here */
(window as any).jxWords = (host: HTMLElement, person: string, task: string, writes: boolean) => {
  open?.close();
  open = new Words(host, person, task);
  if (writes) open.listen();
  open.putBack(writes);
};

(window as any).jxWordsSent = (task: string) => {
  if (open?.task === task) open.sent();
};

(window as any).jxWordsDropped = () => open?.drop();
