import type { Block } from './clipboard';
import type { Cell } from './edits';
import type { Sheet } from './sheet';
import { many, say, type Column, type Setup } from './types';

export type Pasted = { cells: Cell[]; more: number; refused: string[] };

const MOST = 500;

/**
 * Where the cells of a block go: from the pen over the rows that are seen and the columns that can be typed in. Rows
 * beyond the last are asked for as {@code +0}, {@code +1} …; what cannot go in is told by row and column.
 */
export function lay(block: Block, sheet: Sheet, rows: string[], columns: Column[], setup: Setup): Pasted {
  const cells: Cell[] = [];
  const refused: string[] = [];
  const room = setup.rows ? MOST - sheet.rows.length : 0;
  const more = Math.max(0, Math.min(block.length - rows.length, room));
  if (block.length > rows.length + more) refused.push(many(setup, 'pasteLong', block.length - rows.length - more));
  block.slice(0, rows.length + more).forEach((texts, y) => {
    const id = rows[y] ?? `+${y - rows.length}`;
    const line = sheet.line(id);
    const where = line?.name || say(setup.words.newRow, y - rows.length + 1);
    if (line?.locked) {
      refused.push(say(setup.words.pasteLocked, where, line.locked));
      return;
    }
    texts.slice(0, columns.length).forEach((text, x) => {
      const value = fit(text, columns[x]);
      if (value === null) refused.push(say(setup.words.pasteKind, where, columns[x].title, text));
      else cells.push({ id, field: columns[x].field, value });
    });
  });
  const wide = Math.max(0, ...block.map((r) => r.length)) - columns.length;
  if (wide > 0) refused.push(many(setup, 'pasteWide', wide));
  return { cells, more, refused };
}

/** Null: not of the column's kind. Characters stay as they are, full width too. */
export function fit(text: string, column: Column): string | null {
  if (column.kind === 'area') return text;
  if (column.kind === 'text') return text.replace(/\s*\n\s*/g, ' ');
  const word = text.trim();
  return column.options?.find(([value, shown]) => shown === word || value === word)?.[0] ?? null;
}
