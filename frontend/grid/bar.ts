import { html, nothing, render } from 'lit';
import type { Draw } from './draw';
import type { Commands } from './keys';
import type { Edits } from './edits';
import type { Sheet, Which } from './sheet';
import { say, type Setup } from './types';

type Deeds = Commands & { paste(): void; choose(which: Which): void; tool(name: string): void };

/** The buttons above the table, and what the last deed came to. */
export class Bar {
  readonly root = document.createElement('div');
  readonly said = document.createElement('p');

  constructor(private sheet: Sheet, private edits: Edits, private setup: Setup, private draw: Draw, private deeds: Deeds) {
    this.root.className = 'jx-toolbar jx-grid-bar';
    this.root.setAttribute('role', 'toolbar');
    this.root.setAttribute('aria-label', setup.words.bar);
    new ResizeObserver(() => this.root.parentElement?.style.setProperty('--jx-bar', `${this.root.offsetHeight}px`)).observe(this.root);
    this.said.className = 'jx-grid-said';
    this.said.setAttribute('role', 'status');
  }

  say(sentence: string) {
    this.said.textContent = sentence;
  }

  renew(locked: boolean) {
    const { words: w, editable, rows } = this.setup;
    const tool = (glyph: string, word: string, deed: () => void, off: boolean, key = '', icon = false, look = '') => {
      const title = key ? `${word}  ${key}` : word;
      return html`<button type="button" class="jx-tool ${icon ? 'icon' : ''} ${look}" ?disabled=${off} title=${title} aria-label=${word} aria-keyshortcuts=${key.replace('Ctrl', 'Control') || nothing} @click=${deed}>
        ${this.draw.glyph(glyph)}${icon ? nothing : html`<span>${word}</span>`}
      </button>`;
    };
    const d = this.deeds;
    const write = html`${tool('undo', w.undo, d.undo, !this.edits.undoable, 'Ctrl+Z', true)}
      ${tool('redo', w.redo, d.redo, !this.edits.redoable, 'Ctrl+Y', true)}<span class="sep"></span>
      ${rows ? html`${tool('plus', w.add, d.add, false, 'Ctrl+Enter')}${tool('minus', w.remove, d.remove, locked, 'Ctrl+-')}` : nothing}
      ${this.setup.moves ? html`${tool('up', w.up, d.up, locked, 'Alt+Shift+↑', true)}${tool('down', w.down, d.down, locked, 'Alt+Shift+↓', true)}` : nothing}
      ${tool('fill', w.fill, d.fill, locked, 'Ctrl+D', false, 'desk')}${tool('paste', w.paste, d.paste, locked, 'Ctrl+V', false, 'desk')}
      ${this.setup.tools.map((t) => tool(t.glyph, t.text, () => d.tool(t.name), false, '', false, 'own'))}`;
    const counts: Record<Which, number> = { all: this.sheet.rows.length, bad: this.sheet.count('bad'), warn: this.sheet.count('warn') };
    const filter = html`<div class="jx-seg" role="group" aria-label=${w.filter}>
      ${(['all', 'bad', 'warn'] as const).map(
        (which) => html`<button type="button" aria-pressed=${this.sheet.chosen === which} @click=${() => d.choose(which)}>${say(w[`filter_${which}`], counts[which])}</button>`
      )}
    </div>`;
    const next = tool('next', w.problem, d.problem, counts.bad + counts.warn === 0, 'Alt+↓', true);
    render(html`${editable ? write : nothing}<span class="jx-grow"></span>${this.setup.checks ? html`${next}${filter}` : nothing}`, this.root);
  }

  static hints(setup: Setup) {
    const element = document.createElement('p');
    element.className = 'jx-grid-hints';
    render(
      html`${setup.words.hints.split('；').filter((hint) => setup.rows || !hint.startsWith('Ctrl+Enter=')).map((hint) => {
        const [keys, word] = hint.split('=');
        return html`<span>${keys.split('+').map((k) => html`<kbd>${k}</kbd>`)}${word}</span>`;
      })}`,
      element
    );
    return element;
  }
}
