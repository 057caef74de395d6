import type { State } from './journal';

/** The page's own word of what is stored, where the server cannot speak: it is on the way, or did not arrive. */
export class SaveState {
  private readonly leaving = new AbortController();
  private last: State = 'stored';

  constructor(private words: Record<string, string>) {
    const again = () => this.show(this.last);
    for (const event of ['online', 'offline']) window.addEventListener(event, again, { signal: this.leaving.signal });
    this.connection?.addStateChangeListener?.(again);
  }

  private get connection() {
    return (window as any).Vaadin?.connectionState;
  }

  private get cut() {
    return !navigator.onLine || ['connection-lost', 'reconnecting'].includes(this.connection?.state);
  }

  show(state: State) {
    this.last = state;
    const place = document.querySelector<HTMLElement>('.jx-saved');
    const own = place?.querySelector<HTMLElement>('.own');
    if (!place || !own) return;
    const said = state === 'stored' || state === 'refused' ? '' : state === 'kept' || this.cut ? 'kept' : 'saving';
    place.dataset.own = said;
    const sentence = said ? this.words[said] : '';
    if (own.textContent !== sentence) own.textContent = sentence;
  }

  leave() {
    this.leaving.abort();
    this.show('stored');
  }
}
