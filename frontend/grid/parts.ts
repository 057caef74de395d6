import type { Bar } from './bar';
import type { Detail } from './detail';
import type { Edits } from './edits';
import type { Pen, Place } from './pen';
import type { Sheet } from './sheet';
import type { Setup } from './types';

/** What a deed of the person works with. */
export type Parts = {
  setup: Setup;
  sheet: Sheet;
  edits: Edits;
  pen: Pen;
  bar: Bar;
  detail: Detail;
  /** something that may bring, take or move rows, and where the pen goes then */
  deed(deed: () => void, then?: () => Place | null): void;
  changed(ids: string[]): void;
  rebuilt(at: Place | null, focus: boolean): void;
  reach(row: string, field: string): void;
  /** asks the server */
  act(name: string, argument: string): void;
};
