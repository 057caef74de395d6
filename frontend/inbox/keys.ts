/** Single keys of a task: j and k go to its neighbours, a and r reach for a button that Enter presses; never while somebody types. */
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
    const target = host.querySelector<HTMLElement>(`[data-key="${CSS.escape(event.key)}"]:not([disabled])`);
    if (!target) return;
    event.preventDefault();
    if (event.key === 'j' || event.key === 'k') {
      target.click();
    } else {
      target.focus();
      target.setAttribute('focus-ring', '');
    }
  };
  document.addEventListener('keydown', onKey);
}

(window as any).jxInboxKeys = (host: HTMLElement & { jxKeys?: boolean }) => {
  if (host.jxKeys) return;
  host.jxKeys = true;
  keys(host);
};
