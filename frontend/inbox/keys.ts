/** Single keys of the inbox: j and k move among the rows, / goes to the search; never while somebody types. */
const typing = (event: KeyboardEvent) =>
  event.composedPath().some((node) => {
    const element = node as HTMLElement;
    return !!element.matches && element.matches('input, textarea, select, [contenteditable="true"], vaadin-dialog-overlay');
  });

function keys(host: HTMLElement) {
  const onKey = (event: KeyboardEvent) => {
    if (!host.isConnected) {
      document.removeEventListener('keydown', onKey);
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || typing(event)) return;
    if (event.key === '/') {
      host.querySelector<HTMLElement>('[data-search]')?.focus();
    } else if (event.key === 'j' || event.key === 'k') {
      const rows = [...host.querySelectorAll<HTMLElement>('[data-row]')];
      const here = rows.indexOf(document.activeElement as HTMLElement);
      const there = here < 0 ? 0 : here + (event.key === 'j' ? 1 : -1);
      rows[Math.max(0, Math.min(rows.length - 1, there))]?.focus();
    } else {
      const target = host.querySelector<HTMLElement>(`[data-key="${CSS.escape(event.key)}"]:not([disabled])`);
      if (!target) return;
      target.focus();
      target.setAttribute('focus-ring', '');
    }
    event.preventDefault();
  };
  document.addEventListener('keydown', onKey);
  const more = host.querySelector<HTMLElement>('[data-more]');
  if (more)
    new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting) && !more.hidden) more.click();
    }).observe(more);
}

(window as any).jxInboxKeys = (host: HTMLElement & { jxKeys?: boolean }) => {
  if (host.jxKeys) return;
  host.jxKeys = true;
  keys(host);
};
