/** A browser cuts what is pasted into a field that takes no more, without a word: the page says how much was lost. */
let host: any;

function pasted(event: ClipboardEvent) {
  const input = event.composedPath()[0] as HTMLInputElement;
  if (!host?.isConnected || !(input.maxLength > 0) || input.readOnly) return;
  const text = event.clipboardData?.getData('text/plain') ?? '';
  const replaced = (input.selectionEnd ?? 0) - (input.selectionStart ?? 0);
  const lost = input.value.length - replaced + text.length - input.maxLength;
  if (lost > 0) host.$server.cut(input.maxLength, lost);
}

(window as any).jxPasted = (layout: HTMLElement) => {
  if (!host) document.addEventListener('paste', pasted, true);
  host = layout;
};
