import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { programDir } from '#platform/house.server.ts';
import type { FactView } from '#modules/facts/index.server.ts';
import { doorsOf } from '#modules/guides/guide.ts';
import { blockQuotes } from '#modules/guides/block-quotes.ts';
import {
  corridorSlug,
  type PublishedGuide,
  type PublishedSite,
  type PublishedText,
} from '#modules/guides/index.server.ts';
import { parseBody } from '#modules/guides/parse-body.ts';

const starter = join(programDir, 'content/starter');
const day = '2026-11-01';

/** The starter content as if every page of it were published: for rules that need no database. */
export function starterSite(revision = 'r1'): PublishedSite {
  const facts = starterFacts();
  const pages = readdirSync(join(starter, 'pages'))
    .flatMap(starterGuide)
    .toSorted((a, b) => (a.slug < b.slug ? -1 : 1));
  return publishedFixture(pages, { facts, revision });
}

/** A site of these pages and facts. */
export function publishedFixture(
  pages: PublishedGuide[],
  { facts = new Map<string, FactView>(), revision = 'r1' } = {},
): PublishedSite {
  const corridors = new Map(
    pages.flatMap(({ corridor }) => (corridor ? [[corridorSlug(corridor), corridor]] : [])),
  );
  return {
    centreId: '018f0000-0000-7000-8000-000000000000',
    country: 'PK',
    revision,
    day,
    languages: ['en', 'ar', 'fa-AF', 'ur', 'bn'],
    pages,
    bySlug: new Map(pages.map((page) => [page.slug, page])),
    fact: (code) => facts.get(code),
    factCodes: [...facts.keys()],
    corridors: [...corridors.values()],
  };
}

/** A page with these texts, everything else plain. */
export function guideFixture(
  slug: string,
  texts: Record<string, { title: string; summary: string; body: string }>,
  more: Partial<PublishedGuide> = {},
): PublishedGuide {
  const published = Object.entries(texts).map(
    ([language, text]): PublishedText => ({
      ...text,
      language,
      version: 1,
      blocks: parseBody(text.body),
      isChecked: language === 'en',
      staleBlocks: [],
      isWhole: true,
      publishedOn: day,
    }),
  );
  const section = more.section ?? 'get_ready';
  return {
    id: slug,
    slug,
    type: 'procedure',
    section,
    doors: doorsOf(section),
    stages: [],
    topics: [],
    riskClass: 'normal',
    isOverdue: false,
    facts: [...new Set(published.flatMap(({ blocks }) => blockQuotes(blocks).facts))],
    version: 1,
    texts: new Map(published.map((text) => [text.language, text])),
    sourceLanguage: 'en',
    ...more,
  };
}

function starterGuide(slug: string): PublishedGuide[] {
  const folder = join(starter, 'pages', slug);
  if (!existsSync(join(folder, 'page.json')) || !existsSync(join(folder, 'en.md'))) return [];
  const page = JSON.parse(readFileSync(join(folder, 'page.json'), 'utf8')) as Partial<PublishedGuide>;
  const texts = readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => [name.slice(0, -3), starterText(readFileSync(join(folder, name), 'utf8'))]);
  return [guideFixture(slug, Object.fromEntries(texts), page)];
}

function starterText(source: string): { title: string; summary: string; body: string } {
  const [, head = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(source) ?? [];
  const line = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(head)?.[1]?.trim() ?? '';
  return { title: line('title'), summary: line('summary'), body };
}

function starterFacts(): Map<string, FactView> {
  const folder = join(starter, 'facts');
  const files = readdirSync(folder).filter((name) => /^[a-z-]+\.json$/.test(name));
  return new Map(
    files.flatMap((name) =>
      (
        JSON.parse(readFileSync(join(folder, name), 'utf8')) as (FactView & {
          conflictsWith?: FactView['conflicts'];
        })[]
      ).map((fact) => [
        fact.code,
        {
          ...fact,
          statementLanguage: 'en',
          statementIsDraft: false,
          isOverdue: false,
          conflicts: fact.conflictsWith ?? [],
          version: 1,
        },
      ]),
    ),
  );
}
