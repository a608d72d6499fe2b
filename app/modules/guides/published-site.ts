import type { FactView } from '#modules/facts/index.server.ts';
import type { Block } from './block.ts';
import type { Corridor, Door, GuideType, RiskClass, Section } from './guide.ts';

/**
 * Everything the public may read, in memory, as it stood at one revision: made from the published rows, thrown away
 * and made again when the revision moves. Nothing in it is about a person.
 */
export interface PublishedSite {
  centreId: string;
  /** ISO 3166-1 alpha-2 of the centre. */
  country: string;
  /** Changes whenever anything the public sees may have changed; part of every cache key and ETag. */
  revision: string;
  /** The centre's own day, `YYYY-MM-DD`: reviews fall due with it. */
  day: string;
  /** Interface languages in which the centre offers its pages. */
  languages: readonly string[];
  /** Published pages in the order of their sections, then of their place in it. */
  pages: readonly PublishedGuide[];
  bySlug: ReadonlyMap<string, PublishedGuide>;
  /** Facts as views in a language; undefined for a code that does not exist (any more). */
  fact(code: string, language: string): FactView | undefined;
  factCodes: readonly string[];
  /** Corridors that have at least one published page. */
  corridors: readonly Corridor[];
}

export interface PublishedGuide {
  id: string;
  slug: string;
  type: GuideType;
  section: Section;
  doors: readonly Door[];
  corridor?: Corridor;
  country?: string;
  purpose?: string;
  sector?: string;
  stages: readonly string[];
  /** Codes of CL-TOPIC. */
  topics: readonly string[];
  riskClass: RiskClass;
  /** Name of a pictogram of the site, if one was chosen. */
  pictogram?: string;
  verifiedOn?: string;
  reviewDue?: string;
  isOverdue: boolean;
  /** Of a notice: the days on which it hangs. */
  startsOn?: string;
  endsOn?: string;
  /** Codes of the facts it quotes. */
  facts: readonly string[];
  version: number;
  texts: ReadonlyMap<string, PublishedText>;
  sourceLanguage: string;
}

export interface PublishedText {
  language: string;
  /** Version of the page in which this text was published. */
  version: number;
  title: string;
  summary: string;
  /** Markdown as published. */
  body: string;
  blocks: readonly Block[];
  /** False: "draft translation, not yet checked". Always true of the source language. */
  isChecked: boolean;
  /** Places in `blocks` whose source has changed since they were translated, or that nobody has translated yet. */
  staleBlocks: readonly number[];
  /** False where the source has parts that this translation has not. */
  isWhole: boolean;
  publishedOn: string;
  audioId?: string;
}

/** The text for a reader: in their language, else the source, marked so that the page can say so. */
export function textFor(guide: PublishedGuide, language: string): PublishedText & { isFallback: boolean } {
  const own = guide.texts.get(language);
  const text = own ?? guide.texts.get(guide.sourceLanguage) ?? [...guide.texts.values()][0];
  if (!text) throw new Error(`page ${guide.slug} has no text`);
  // Not a copy: a copy would parse the body of every page that is only named.
  return Object.assign(Object.create(text) as PublishedText, { isFallback: own === undefined });
}
