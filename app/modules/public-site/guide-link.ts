import type { PictogramName } from './pictograms.ts';

/** A page in a list: where it is, what it is called, and in which language that is if not the reader's. */
export interface GuideLink {
  href: string;
  title: string;
  summary?: string;
  pictogram: PictogramName;
  /** Set where the title is not in the reader's language. */
  language?: string;
}
