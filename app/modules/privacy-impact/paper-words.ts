import type { Translate } from '#platform/language/translators.ts';

/** How a reader is spoken to: words of this module, of the code lists and of the staff, and moments in their calendar. */
export interface PaperWords {
  t: Translate;
  codes: Translate;
  staff: Translate;
  moment: (at: Date) => string;
}

/** One row: its key, then what stands in it from the first column on. */
export type PaperRow = readonly [string, ...string[]];
