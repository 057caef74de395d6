import type { Change } from './types';

/** Of what is kept, {@code lost} is what did not go with a later revision and waits to be decided */
type Kept = { revision: number; at: number; changes: Change[]; lost: Change[] };

const PREFIX = 'jx-draft';
/** How long the other windows have to answer. */
const ASKED = 150;
const LONGEST = 7 * 24 * 3600 * 1000;

/** Not crypto.randomUUID: that is missing where the product is served without TLS inside a house. */
export const newId = () => {
  const b = crypto.getRandomValues(new Uint8Array(16));
  b[6] = (b[6] & 15) | 64;
  b[8] = (b[8] & 63) | 128;
  const hex = Array.from(b, (x) => x.toString(16).padStart(2, '0')).join('');
  return hex.replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5');
};

/**
 * What was typed and is not on the server yet, on this machine: by person, task and window, so that two windows of one
 * person keep their own, and gone as soon as the server has it.
 */
export class Keep {
  private readonly shelf: string;
  private window: string;
  private readonly channel?: BroadcastChannel;
  private readonly others = new Set<string>();
  private readonly self = newId();

  /** @param met another window of this person has the same task open */
  constructor(keep: { person: string; task: string; part: string }, private met: () => void) {
    this.shelf = `${PREFIX}|${keep.person}|${keep.task}|${keep.part}|`;
    this.window = sessionStorage.getItem(PREFIX) ?? newId();
    if (typeof BroadcastChannel === 'undefined') return;
    this.channel = new BroadcastChannel(this.shelf);
    this.channel.onmessage = (e) => this.heard(e.data);
  }

  private heard(said: { who: string; window: string; answer: boolean }) {
    if (said.who === this.self) return;
    this.others.add(said.window);
    if (!said.answer) this.channel!.postMessage({ who: this.self, window: this.window, answer: true });
    this.met();
  }

  /** What windows that are closed now left behind; own and theirs together, in the order it was typed. */
  async left(): Promise<Kept[]> {
    tidy(PREFIX);
    // as it lies now: what is typed while the other windows are asked was not left behind
    const found = Object.keys(localStorage)
      .filter((key) => key.startsWith(this.shelf))
      .map((key) => ({ key, text: localStorage.getItem(key) }));
    this.channel?.postMessage({ who: this.self, window: this.window, answer: false });
    if (this.channel) await new Promise((done) => setTimeout(done, ASKED));
    // a duplicated window starts with its twin's name
    if (this.others.has(this.window)) this.window = newId();
    sessionStorage.setItem(PREFIX, this.window);
    const left: Kept[] = [];
    for (const { key, text } of found) {
      if (this.others.has(key.slice(this.shelf.length))) continue;
      const kept: Kept | null = parsed(text);
      if (kept) left.push(kept);
      if (localStorage.getItem(key) === text) localStorage.removeItem(key);
    }
    return left.sort((a, b) => a.at - b.at);
  }

  /** False when the browser has no room or allows none. */
  put(revision: number, changes: Change[], lost: Change[]): boolean {
    try {
      if (!changes.length && !lost.length) localStorage.removeItem(this.shelf + this.window);
      else localStorage.setItem(this.shelf + this.window, JSON.stringify({ revision, at: Date.now(), changes, lost }));
      return true;
    } catch {
      return false;
    }
  }

  close() {
    this.channel?.close();
  }
}

export function parsed(text: string | null) {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}

/** On a machine that several share nothing stays for long. */
export function tidy(prefix: string) {
  for (const key of Object.keys(localStorage)) {
    if (!key.startsWith(prefix + '|')) continue;
    const kept = parsed(localStorage.getItem(key));
    if (!kept || Date.now() - kept.at > LONGEST) localStorage.removeItem(key);
  }
}
