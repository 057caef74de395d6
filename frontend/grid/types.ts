export type Cells = Record<string, string>;

export type Column = {
  field: string;
  title: string;
  kind: 'text' | 'area' | 'choice' | 'read';
  /** in the table, or among the rest of a row's fields */
  detail?: boolean;
  look?: string;
  width?: number;
  /** share of the width that is left; none: fixed */
  grow?: number;
  /** [value, word] */
  options?: [string, string][];
};

export type Check = { look: 'bad' | 'warn' | 'info'; word: string; text: string; field?: string };

/** A row, or with a level the line above a group of rows. */
export type Line = {
  id: string;
  level?: number;
  title?: string;
  note?: string;
  count?: string;
  /** cells of a row added to this group */
  like?: Cells;
  action?: { name: string; argument: string; text: string };
  /** how the row is called */
  name?: string;
  cells?: Cells;
  old?: Cells;
  hints?: Cells;
  /** before a cell's word, with its colour */
  lights?: Record<string, { look: string; glyph: string }>;
  checks?: Check[];
  tags?: { text: string; edit?: Record<string, unknown> }[];
  look?: string;
  locked?: string;
  /** may not be removed though it may be changed */
  fixed?: boolean;
  returned?: string;
};

/** What differs from what was shown: all ids in order when that changed, and the lines that are new or other. */
export type Patch = { order?: string[]; lines: Line[]; revision: number };

export type Change = { id: string } & Record<string, unknown>;

export type Setup = {
  label: string;
  columns: Column[];
  words: Record<string, string>;
  /** the words that are others for exactly one */
  ones: Record<string, string>;
  glyphs: Record<string, string>;
  editable: boolean;
  /** rows can be added, removed and moved */
  rows: boolean;
  moves: boolean;
  tools: { name: string; glyph: string; text: string }[];
  checks: boolean;
  keep?: { person: string; task: string; part: string };
};

/** How many of something. */
export const many = (setup: Setup, word: string, count: number) => say((count === 1 && setup.ones[word]) || setup.words[word], count);

export const say = (sentence: string, ...args: unknown[]) =>
  sentence.replace(/\{(\d)\}/g, (_, i) => String(args[+i] ?? ''));
