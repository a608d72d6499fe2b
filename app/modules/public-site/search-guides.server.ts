import { sourceLanguage } from '#platform/language/interface-languages.ts';
import type { Translators } from '#platform/language/translators.ts';
import { blockText, type PublishedGuide, type PublishedSite } from '#modules/guides/index.server.ts';
import { buildSearchIndex, type SearchIndex, type SearchPage } from './search-index.server.ts';
import { topicWords } from './topic-words.ts';

export interface FoundGuide {
  slug: string;
  language: string;
}

const most = 20;
const mostInOthers = 6;
/** With fewer than these in the reader's language, the other languages are asked as well. */
const few = 6;

const indexes = new WeakMap<PublishedSite, Map<string, Promise<SearchIndex>>>();

/**
 * Pages for a query in any script and spelling: those in the reader's language, best first, and, where these are few,
 * pages that match in another language. The index of a language is made when somebody first looks in it.
 */
export async function searchGuides(
  site: PublishedSite,
  translators: Translators,
  language: string,
  text: string,
): Promise<{ own: FoundGuide[]; others: FoundGuide[] }> {
  const own = await findIn(site, translators, language, text, most);
  if (own.length >= few) return { own, others: [] };
  const seen = new Set(own.map(({ slug }) => slug));
  const others: FoundGuide[] = [];
  for (const other of languagesOf(site).filter((each) => each !== language)) {
    for (const found of await findIn(site, translators, other, text, mostInOthers)) {
      if (seen.has(found.slug)) continue;
      seen.add(found.slug);
      others.push(found);
    }
  }
  return { own, others: others.slice(0, mostInOthers) };
}

async function findIn(
  site: PublishedSite,
  translators: Translators,
  language: string,
  text: string,
  limit: number,
): Promise<FoundGuide[]> {
  const index = await indexOf(site, translators, language);
  return index.find(text, limit).map((slug) => ({ slug, language }));
}

function indexOf(site: PublishedSite, translators: Translators, language: string): Promise<SearchIndex> {
  let ofSite = indexes.get(site);
  if (!ofSite) indexes.set(site, (ofSite = new Map()));
  let index = ofSite.get(language);
  if (!index) {
    index = buildSearchIndex(searchPages(site, language, topicWords(translators, language)));
    // A failure is not kept: the next reader tries again.
    index.catch(() => ofSite.delete(language));
    ofSite.set(language, index);
  }
  return index;
}

/** Languages in which any page has words of its own, the source first: it has the most. */
function languagesOf({ pages }: PublishedSite): string[] {
  const used = new Set(pages.flatMap(({ texts }) => [...texts.keys()]));
  return [...used].toSorted((a, b) => Number(b === sourceLanguage) - Number(a === sourceLanguage));
}

/** The pages that have a text in this language, as they are looked for. */
function searchPages(
  site: PublishedSite,
  language: string,
  wordsFor: (topic: string) => string,
): SearchPage[] {
  return site.pages.flatMap((guide) => {
    const text = guide.texts.get(language);
    if (!text) return [];
    return {
      slug: guide.slug,
      title: text.title,
      summary: text.summary,
      topics: guide.topics.map(wordsFor).join(' '),
      body: `${blockText(text.blocks)}\n${factText(site, guide, language)}`,
    };
  });
}

function factText(site: PublishedSite, { facts }: PublishedGuide, language: string): string {
  return facts.map((code) => site.fact(code, language)?.statement ?? '').join('\n');
}
