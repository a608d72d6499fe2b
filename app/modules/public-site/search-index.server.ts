import { setImmediate as nextTurn } from 'node:timers/promises';
import MiniSearch, { type Query, type SearchOptions } from 'minisearch';
import { longestQuery, mostQueryWords, foldedWords, searchTerms, soundTerm } from './search-words.ts';
import { synonymsOf } from './search-synonyms.ts';

/** One page in one language, as it is looked for. */
export interface SearchPage {
  slug: string;
  title: string;
  summary: string;
  /** Names of its topics, words people use for them. */
  topics: string;
  /** Its text and its facts. */
  body: string;
}

export interface SearchIndex {
  /** Slugs, best first. */
  find(query: string, most: number): string[];
  /** Puts pages in, in place of what stood under their slugs, and takes others out; a few at a time. */
  change(pages: readonly SearchPage[], gone: readonly string[]): Promise<void>;
}

const fields: (keyof SearchPage)[] = ['title', 'summary', 'topics', 'body'];
const weights = { title: 6, summary: 3, topics: 3, body: 1 };
/** A page that matches this little beside the best one only wastes the reader's line. */
const fewestShare = 0.12;
/** Pages between two breaths of the process while an index is made. */
const atOnce = 25;

/** An empty index; it is filled and changed a few pages at a time, so that nobody else waits for it. */
export function createSearchIndex(): SearchIndex {
  const index = new MiniSearch<SearchPage>({
    idField: 'slug',
    fields,
    tokenize: foldedWords,
    processTerm: searchTerms,
    searchOptions: { tokenize: (term) => [term], processTerm: (term) => term, boost: weights },
  });
  return {
    async change(pages, gone) {
      for (const slug of gone) if (index.has(slug)) index.discard(slug);
      for (const [at, page] of pages.entries()) {
        if (at % atOnce === atOnce - 1) await nextTurn();
        if (index.has(page.slug)) index.replace(page);
        else index.add(page);
      }
    },
    find(text, most) {
      const words = foldedWords(text.slice(0, longestQuery)).slice(0, mostQueryWords);
      if (words.length === 0) return [];
      const all = words.map(queryFor);
      const found = new Set<string>();
      // Pages that have every word come first; then those that have some.
      for (const combineWith of words.length > 1 ? (['AND', 'OR'] as const) : (['OR'] as const)) {
        const hits = index.search({ combineWith, queries: all });
        const least = (hits[0]?.score ?? 0) * fewestShare;
        for (const { id, score } of hits) if (score >= least) found.add(String(id));
        if (found.size >= most) break;
      }
      return [...found].slice(0, most);
    },
  };
}

/** One word of a query: as written, slightly misspelt, by its sound, by other words for it. */
function queryFor(written: string): Query {
  const sound = soundTerm(written);
  return {
    combineWith: 'OR',
    queries: [
      { queries: [written], ...asWritten(written) },
      ...(sound === undefined ? [] : [{ queries: [sound], ...bySound }]),
      ...synonymsOf(written).map((other) => ({ queries: [other], ...asSynonym })),
    ],
  };
}

const asWritten = (written: string): SearchOptions => ({
  prefix: written.length >= 3,
  fuzzy: written.length >= 6 ? 2 : written.length >= 4 ? 1 : false,
  maxFuzzy: 2,
  weights: { fuzzy: 0.35, prefix: 0.6 },
  boostTerm: () => 1,
});
const bySound: SearchOptions = { prefix: false, fuzzy: false, boostTerm: () => 0.3 };
const asSynonym: SearchOptions = { prefix: false, fuzzy: false, boostTerm: () => 0.5 };
