import { publicActor } from '#platform/actor.ts';
import type { House } from '#platform/house.server.ts';
import { sourceLanguage } from '#platform/language/interface-languages.ts';
import { read } from '#platform/operations/read.server.ts';
import { isProblem } from '#platform/problem.ts';
import type { FactView } from '#modules/facts/index.server.ts';
import { factView, type PublishedConflict, type PublishedFact } from './fact-view.ts';
import { corridorSlug, doorsOf, sections } from './guide.ts';
import { parseBody } from './parse-body.ts';
import { publishedFacts } from './published-facts.ts';
import type { PublishedGuide, PublishedSite, PublishedText } from './published-site.ts';
import { publishedRows, siteRevision } from './queries/published.query.server.ts';
import { isWhole, staleBlocks } from './stale-blocks.ts';

const resource = 'published-site';

interface Kept {
  /** What is in memory, by what it was made from. */
  site: PublishedSite | undefined;
  name: string | undefined;
  centreId: string | undefined;
  revision: number;
  pages: Map<string, PublishedGuide & { place: number }>;
  facts: Map<string, PublishedFact>;
  running: Promise<PublishedSite | undefined> | undefined;
}

/** The name of what the public would see now: one small question to the database. See `siteRevision`. */
export const contentRevision = (house: House): Promise<string> => read(house, siteRevision, publicActor, {});

/**
 * Everything published, as it stands now; undefined until the guided set-up is through. Asks whether anything moved,
 * and then fetches only that. All who ask at one moment share the answer.
 */
export function publishedSite(house: House): Promise<PublishedSite | undefined> {
  const kept = (house.resources.get(resource) as Kept | undefined) ?? begin(house);
  kept.running ??= refresh(house, kept).finally(() => {
    kept.running = undefined;
  });
  return kept.running;
}

function begin(house: House): Kept {
  const kept: Kept = {
    site: undefined,
    name: undefined,
    centreId: undefined,
    revision: 0,
    pages: new Map(),
    facts: new Map(),
    running: undefined,
  };
  house.resources.set(resource, kept);
  return kept;
}

async function refresh(house: House, kept: Kept): Promise<PublishedSite | undefined> {
  const name = await contentRevision(house);
  if (kept.site && kept.name === name) return kept.site;
  const rows = await rowsSince(house, kept);
  if (!rows) return undefined;
  if (rows.isWhole) {
    kept.pages.clear();
    kept.facts.clear();
  }
  const out = new Set(rows.out);
  for (const id of kept.pages.keys()) if (!out.has(id)) kept.pages.delete(id);
  const inUse = new Set(rows.inUse);
  for (const id of kept.facts.keys()) if (!inUse.has(id)) kept.facts.delete(id);
  for (const fact of publishedFacts(rows)) kept.facts.set(fact.id, fact);
  for (const page of publishedGuides(rows)) kept.pages.set(page.id, page);
  kept.centreId = rows.centreId;
  kept.revision = rows.revision;
  // Named by what was asked before the rows were read: if something moved in between, the next asker reads again.
  kept.name = name;
  kept.site = assemble(kept, rows, name);
  return kept.site;
}

async function rowsSince(house: House, kept: Kept) {
  try {
    return await read(house, publishedRows, publicActor, { centreId: kept.centreId, after: kept.revision });
  } catch (error) {
    if (isProblem(error) && error.status === 404) return undefined;
    throw error;
  }
}

type Rows = NonNullable<Awaited<ReturnType<typeof rowsSince>>>;

function assemble(kept: Kept, rows: Rows, name: string): PublishedSite {
  const { day } = rows;
  const pages = [...kept.pages.values()]
    .map((page): PublishedGuide & { place: number } => ({
      ...page,
      isOverdue: page.reviewDue !== undefined && page.reviewDue < day,
    }))
    .sort(
      (a, b) =>
        sections.indexOf(a.section) - sections.indexOf(b.section) ||
        a.place - b.place ||
        (a.slug < b.slug ? -1 : 1),
    );
  // Where a fact comes from is part of it: without, nobody is shown it, on any page or sheet.
  const sourced = [...kept.facts.values()].filter(({ source }) => source.title !== '' && source.date !== '');
  const byCode = new Map(sourced.map((fact) => [fact.code, fact]));
  const conflicts = conflictsByFact(rows.conflicts);
  const views = new Map<string, FactView | undefined>();
  const corridors = new Map(
    pages.flatMap(({ corridor }) => (corridor ? [[corridorSlug(corridor), corridor] as const] : [])),
  );
  return {
    centreId: rows.centreId,
    country: rows.country,
    revision: name,
    day,
    languages: rows.languages,
    pages,
    bySlug: new Map(pages.map((page) => [page.slug, page])),
    factCodes: [...byCode.keys()].sort(),
    corridors: [...corridors.values()],
    fact(code, language) {
      const key = `${language} ${code}`;
      if (!views.has(key)) {
        const fact = byCode.get(code);
        views.set(key, fact && factView(fact, language, sourceLanguage, day, conflictsOf(fact, language)));
      }
      return views.get(key);
    },
  };

  function conflictsOf(fact: PublishedFact, language: string) {
    return (conflicts.get(fact.id) ?? []).flatMap(({ factId, otherId, note, notes }) => {
      const other = kept.facts.get(factId === fact.id ? otherId : factId);
      return other && byCode.has(other.code) ? [{ code: other.code, note: notes[language] ?? note }] : [];
    });
  }
}

function conflictsByFact(rows: Rows['conflicts']): Map<string, PublishedConflict[]> {
  const byFact = new Map<string, PublishedConflict[]>();
  for (const { fact_id, other_id, note, note_texts } of rows) {
    const conflict = { factId: fact_id, otherId: other_id, note, notes: note_texts };
    for (const id of [fact_id, other_id]) byFact.set(id, [...(byFact.get(id) ?? []), conflict]);
  }
  return byFact;
}

function publishedGuides(rows: Rows): (PublishedGuide & { place: number })[] {
  const texts = Map.groupBy(rows.texts, ({ page_id }) => page_id);
  const quotes = Map.groupBy(rows.quotes, ({ page_id }) => page_id);
  const audio = new Map(rows.audio.map((row) => [`${row.page_id} ${row.language}`, row.file_id]));
  return rows.pages.flatMap((row) => {
    const own = texts.get(row.id) ?? [];
    const source = own.find(({ language }) => language === row.source_language);
    if (!source) return [];
    const published = own.map((text) =>
      publishedText(text, source.body, audio.get(`${row.id} ${text.language}`)),
    );
    return [
      {
        id: row.id,
        slug: row.slug,
        type: row.type,
        section: row.section,
        doors: doorsOf(row.section),
        corridor:
          row.corridor_from && row.corridor_to ? { from: row.corridor_from, to: row.corridor_to } : undefined,
        country: row.country ?? undefined,
        purpose: row.purpose ?? undefined,
        sector: row.sector ?? undefined,
        stages: row.stages,
        topics: row.topics,
        riskClass: row.risk_class,
        pictogram: row.pictogram ?? undefined,
        verifiedOn: row.verified_on ?? undefined,
        reviewDue: row.review_due ?? undefined,
        isOverdue: false,
        startsOn: row.starts_on ?? undefined,
        endsOn: row.ends_on ?? undefined,
        facts: (quotes.get(row.id) ?? []).map(({ target }) => target),
        version: row.published_version ?? 0,
        texts: new Map(published.map((text) => [text.language, text])),
        sourceLanguage: row.source_language,
        place: row.place,
      },
    ];
  });
}

/** Bodies are parsed when somebody first asks for them: a start with thousands of pages waits for none. */
function publishedText(
  text: Rows['texts'][number],
  source: string,
  audioId: string | undefined,
): PublishedText {
  const isSource = text.basis.length === 0;
  let blocks: PublishedText['blocks'] | undefined;
  let behind: Pick<PublishedText, 'staleBlocks' | 'isWhole'> | undefined;
  const compared = () =>
    (behind ??= isSource
      ? { staleBlocks: [], isWhole: true }
      : { staleBlocks: staleBlocks(text.basis, source), isWhole: isWhole(text.basis, source) });
  return {
    language: text.language,
    version: text.version,
    title: text.title,
    summary: text.summary,
    body: text.body,
    get blocks() {
      return (blocks ??= parseBody(text.body));
    },
    isChecked: text.is_checked,
    get staleBlocks() {
      return compared().staleBlocks;
    },
    get isWhole() {
      return compared().isWhole;
    },
    publishedOn: text.published_at.toISOString().slice(0, 10),
    audioId,
  };
}
