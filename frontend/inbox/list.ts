/**
 * The keys of a box and its place: j k x a r / ? Esc, never while somebody types; what is under the cursor is told to
 * the server once the cursor rests; coming back stands where one left.
 */
type View = HTMLElement & {
  jxList?: boolean;
  jxFocus?: () => void;
  jxLook?: () => void;
  $server?: { rest(task: string): void; key(key: string, task: string): void; sweep(): void };
};

export {};

const REST = 350;
const READ = 6000;
const FIELDS =
  'input:not([type=checkbox]), textarea, select, [contenteditable="true"], vaadin-dialog-overlay, vaadin-confirm-dialog-overlay, vaadin-select-overlay, vaadin-combo-box-overlay';

const typing = (event: KeyboardEvent) =>
  event.composedPath().some((node) => !!(node as HTMLElement).matches && (node as HTMLElement).matches(FIELDS));

function list(host: View) {
  const scroller = host.querySelector<HTMLElement>('.jx-list')!;
  const place = 'jx-place:' + location.pathname;
  const rows = () => [...host.querySelectorAll<HTMLElement>('[data-row]')];
  const narrow = () => matchMedia('(max-width: 1100px)').matches;
  let here = '';
  let index = 0;
  let resting = 0;
  let sweeping = 0;

  const current = () => rows().find((row) => row.dataset.row === here);
  const focus = (row?: HTMLElement) => row?.focus({ preventScroll: false });
  /** The row under the cursor, or where it was the one that took its place. */
  const back = () => focus(current() ?? rows()[Math.min(index, rows().length - 1)]);
  host.jxFocus = back;
  host.jxLook = () => {
    host.classList.toggle(narrow() ? 'drawer' : 'alone');
    if (here) host.$server?.rest(here);
    back();
  };

  const mark = (row: HTMLElement) => {
    host.querySelector('.jx-line.cur')?.classList.remove('cur');
    row.closest('.jx-line')?.classList.add('cur');
    here = row.dataset.row!;
    index = rows().indexOf(row);
    clearTimeout(resting);
    if (narrow() ? !host.classList.contains('drawer') : host.classList.contains('alone')) return;
    resting = window.setTimeout(() => host.$server?.rest(here), REST);
  };
  scroller.addEventListener('focusin', (event) => {
    const row = (event.target as HTMLElement).closest<HTMLElement>('[data-row]');
    if (row) mark(row);
  });
  scroller.addEventListener('click', (event) => {
    const row = (event.target as HTMLElement).closest<HTMLElement>('[data-row]');
    if (row) sessionStorage.setItem(place, JSON.stringify({ task: row.dataset.row, index: rows().indexOf(row), top: scroller.scrollTop }));
  });

  const sweep = () => {
    clearTimeout(sweeping);
    sweeping = 0;
    if (host.querySelector('.jx-line.gone')) host.$server?.sweep();
  };
  const tick = (row?: HTMLElement, only?: boolean) => {
    const box = row?.closest('.jx-line')?.querySelector<HTMLInputElement>('.jx-tick');
    if (box && !(only && box.checked)) box.click();
  };
  const move = (step: number, extend: boolean) => {
    const all = rows();
    const from = current();
    const at = from ? all.indexOf(from) : all.length && here ? Math.min(index, all.length) - (step > 0 ? 1 : 0) : -1;
    const to = all[Math.max(0, Math.min(all.length - 1, at < 0 && !from ? 0 : at + step))];
    if (extend) tick(from, true);
    focus(to);
    if (extend) tick(to, true);
    sweep();
  };
  const escape = () => {
    const cancel = host.querySelector<HTMLElement>('.jx-confirm:not([hidden]) [data-cancel]');
    if (cancel) cancel.click();
    else if (host.classList.contains('drawer')) host.classList.remove('drawer');
    else host.querySelector<HTMLElement>('.jx-bulk:not([hidden]) [data-clear]')?.click();
  };

  const onKey = (event: KeyboardEvent) => {
    if (!host.isConnected) {
      document.removeEventListener('keydown', onKey);
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const inConfirm = !!(event.target as HTMLElement).closest?.('.jx-confirm');
    if (event.key === 'Escape' && (inConfirm || !typing(event))) return escape();
    if (typing(event)) return;
    const key = event.key;
    if (key === '/') host.querySelector<HTMLElement>('[data-search]')?.focus();
    else if (key === 'j' || key === 'k' || key === 'J' || key === 'K')
      move(key.toLowerCase() === 'j' ? 1 : -1, event.shiftKey);
    else if (key === 'x') tick(current() ?? rows()[0]);
    else if (key === 'a' || key === 'r') {
      const row = current() ?? rows()[0];
      if (row) host.$server?.key(key, row.dataset.row!);
    } else if (key === '?') host.$server?.key('?', '');
    else return;
    event.preventDefault();
  };
  document.addEventListener('keydown', onKey);

  new MutationObserver(() => {
    const lost = document.activeElement === document.body && here !== '';
    if (lost) back();
    host.classList.remove('loading');
    if (!sweeping && host.querySelector('.jx-line.gone')) sweeping = window.setTimeout(sweep, READ);
  }).observe(scroller, { childList: true, subtree: true });

  const more = host.querySelector<HTMLElement>('[data-more]');
  if (more)
    new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting) || more.hidden) return;
      const asked = rows().length;
      more.click();
      window.setTimeout(() => host.classList.toggle('loading', !more.hidden && rows().length === asked), 300);
    }, { root: scroller, rootMargin: '200px' }).observe(more);

  const left = sessionStorage.getItem(place);
  if (left) {
    sessionStorage.removeItem(place);
    const { task, index: at, top } = JSON.parse(left);
    here = task;
    index = at;
    requestAnimationFrame(() => {
      scroller.scrollTop = top;
      back();
    });
  } else if (!narrow()) {
    // the look beside the list begins with the first
    const first = rows()[0];
    if (first) mark(first);
  }
}

(window as any).jxInboxList = (host: View) => {
  if (host.jxList) return;
  host.jxList = true;
  list(host);
};
