import { join } from 'node:path';
import { seededRandom } from '#app/demo/seeded-random.ts';
import type { PublishedGuide, PublishedSite } from '#modules/guides/index.server.ts';
import { searchGuides } from '#modules/public-site/search-guides.server.ts';
import { guideFixture, publishedFixture, starterSite } from '#modules/public-site/starter-site.testing.ts';
import { programDir } from '#platform/house.server.ts';
import { createTranslators } from '#platform/language/translators.server.ts';
import { type Figure, figure, median, quantile } from './bench-figure.ts';
import type { BenchPart, StepGiven } from './bench-part.ts';

const size = 5_000;
const aim = 50;
const language = 'en';

/** Search over a hub fifty times as large as the one that comes with the program, misspelt as people misspell. */
export const searchGuidesPart: BenchPart = { name: 'search-guides', steps: [measure] };

async function measure({ small, say }: StepGiven): Promise<Figure[]> {
  const translators = createTranslators({ dir: join(programDir, 'locales'), onMissing: () => {} });
  const site = largeSite(small ? size / 50 : size);
  say(
    `${site.pages.length} pages in ${new Set(site.pages.flatMap(({ texts }) => [...texts.keys()])).size} languages`,
  );
  const began = performance.now();
  // Nothing of this is found: every language is asked, so that every index is made.
  await searchGuides(site, translators, language, 'zzzzqqqqxxxx');
  const seconds = (performance.now() - began) / 1000;
  const queries = misspeltQueries(site, small ? 50 : 400);
  for (const query of queries.slice(0, 20)) await searchGuides(site, translators, language, query);
  const found: number[] = [];
  const nothing: number[] = [];
  let hits = 0;
  for (const query of queries) {
    const start = performance.now();
    const { own } = await searchGuides(site, translators, language, query);
    found.push(performance.now() - start);
    if (own.length > 0) hits += 1;
    const again = performance.now();
    await searchGuides(site, translators, language, `${query.slice(0, 3)}qzx`);
    nothing.push(performance.now() - again);
  }
  const share = Math.round((100 * hits) / queries.length);
  return [
    figure({
      name: 'search pages p95',
      value: quantile(found, 0.95),
      unit: 'ms',
      aim,
      note: `${site.pages.length} pages, misspelt; ${share} % found something`,
    }),
    figure({ name: 'search pages median', value: median(found), unit: 'ms' }),
    figure({
      name: 'search in all languages p95',
      value: quantile(nothing, 0.95),
      unit: 'ms',
      aim,
      note: 'nothing in the own language',
    }),
    figure({
      name: 'search index of pages',
      value: seconds,
      unit: 's',
      note: 'all languages, once after a start; then what changed',
    }),
  ];
}

/** The starter pages again and again, each with paragraphs of others, so that no two are alike. */
function largeSite(count: number): PublishedSite {
  const random = seededRandom('pages of a large hub');
  const base = starterSite();
  const paragraphs = new Map<string, string[]>();
  for (const { texts } of base.pages) {
    for (const { language: code, body } of texts.values()) {
      const plain = body.split('\n\n').filter((part) => !part.startsWith(':'));
      paragraphs.set(code, [...(paragraphs.get(code) ?? []), ...plain]);
    }
  }
  const pages = Array.from({ length: count }, (_, at): PublishedGuide => {
    const model = random.pick(base.pages);
    const texts = [...model.texts].map(([code, { title, summary }]) => {
      const body = Array.from({ length: 6 }, () => random.pick(paragraphs.get(code) ?? [''])).join('\n\n');
      return [code, { title: `${title} ${at}`, summary, body }] as const;
    });
    return guideFixture(`page-${at}`, Object.fromEntries(texts), {
      section: model.section,
      topics: model.topics,
    });
  });
  return publishedFixture(pages);
}

/** One to three words of a title, one of them with a letter dropped or two exchanged. */
function misspeltQueries({ pages }: PublishedSite, count: number): string[] {
  const random = seededRandom('queries as people type them');
  return Array.from({ length: count }, () => {
    const page = pages[Math.floor(random.next() * pages.length)];
    const words = (page?.texts.get(language)?.title ?? '').split(' ').filter((word) => word.length > 3);
    const some = words.toSorted(() => random.next() - 0.5).slice(0, 1 + Math.floor(random.next() * 3));
    return some.map((word, at) => (at === 0 ? misspell(word, random.next()) : word)).join(' ');
  });
}

function misspell(word: string, where: number): string {
  const at = 1 + Math.floor(where * (word.length - 2));
  return where < 0.5
    ? word.slice(0, at) + word.slice(at + 1)
    : word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2);
}
