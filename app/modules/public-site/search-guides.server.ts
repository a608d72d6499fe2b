import { setImmediate as nextTurn } from 'node:timers/promises';
import { sourceLanguage } from '#platform/language/interface-languages.ts';
import type { Translators } from '#platform/language/translators.ts';
import { blockText, type PublishedGuide, type PublishedSite } from '#modules/guides/index.server.ts';
import { createSearchIndex, type SearchIndex, type SearchPage } from './search-index.server.ts';
import { topicWords } from './topic-words.ts';

export interface FoundGuide {
  slug: string;
  language: string;
}

const most = 20;
const mostInOthers = 6;
/** With fewer than these in the reader's language, the other languages are asked as well. */
const few = 6;

/** The index of one language, and what it was made from. */
interface KeptIndex {
  index: SearchIndex;
  /** By slug: the published texts, and the sentences of the facts they quote. */
  made: Map<string, { texts: PublishedGuide['texts']; facts: string }>;
  site: PublishedSite | undefined;
  /** The last change; the next one waits for it. */
  ready: Promise<void>;
}

const kept = new WeakMap<Translators, Map<string, KeptIndex>>();

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

/** The index as of this site. What has not moved since the last one stays in it: one changed page costs one page. */
async function indexOf(
  site: PublishedSite,
  translators: Translators,
  language: string,
): Promise<SearchIndex> {
  const byLanguage = kept.get(translators) ?? new Map<string, KeptIndex>();
  kept.set(translators, byLanguage);
  const name = `${site.centreId} ${language}`;
  const found: KeptIndex = byLanguage.get(name) ?? {
    index: createSearchIndex(),
    made: new Map(),
    site: undefined,
    ready: Promise.resolve(),
  };
  byLanguage.set(name, found);
  if (found.site !== site) {
    found.site = site;
    found.ready = found.ready.then(() =>
      bringUpToDate(found, site, language, topicWords(translators, language)),
    );
    // What went wrong is not kept: the next reader begins anew.
    found.ready.catch(() => byLanguage.delete(name));
  }
  await found.ready;
  return found.index;
}

async function bringUpToDate(
  { index, made }: KeptIndex,
  site: PublishedSite,
  language: string,
  wordsFor: (topic: string) => string,
): Promise<void> {
  const changed: SearchPage[] = [];
  for (const guide of site.pages) {
    const text = guide.texts.get(language);
    if (!text) continue;
    const facts = factText(site, guide, language);
    const before = made.get(guide.slug);
    if (before?.texts === guide.texts && before.facts === facts) continue;
    made.set(guide.slug, { texts: guide.texts, facts });
    changed.push({
      slug: guide.slug,
      title: text.title,
      summary: text.summary,
      topics: guide.topics.map(wordsFor).join(' '),
      body: `${blockText(text.blocks)}\n${facts}`,
    });
    if (changed.length % 25 === 0) await nextTurn();
  }
  const gone = [...made.keys()].filter((slug) => !site.bySlug.get(slug)?.texts.has(language));
  for (const slug of gone) made.delete(slug);
  await index.change(changed, gone);
}

/** Languages in which any page has words of its own, the source first: it has the most. */
function languagesOf({ pages }: PublishedSite): string[] {
  const used = new Set(pages.flatMap(({ texts }) => [...texts.keys()]));
  return [...used].toSorted((a, b) => Number(b === sourceLanguage) - Number(a === sourceLanguage));
}

function factText(site: PublishedSite, { facts }: PublishedGuide, language: string): string {
  return facts.map((code) => site.fact(code, language)?.statement ?? '').join('\n');
}
