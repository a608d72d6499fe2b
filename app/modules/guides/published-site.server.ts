import { publicActor } from '#platform/actor.ts';
import type { House } from '#platform/house.server.ts';
import { sourceLanguage } from '#platform/language/interface-languages.ts';
import { read } from '#platform/operations/read.server.ts';
import { isProblem } from '#platform/problem.ts';
import type { FactView } from '#modules/facts/index.server.ts';
import { blockQuotes } from './block-quotes.ts';
import { factView, type PublishedConflict, type PublishedFact } from './fact-view.ts';
import { corridorSlug, doorsOf, sections } from './guide.ts';
import { parseBody } from './parse-body.ts';
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
  const byCode = new Map([...kept.facts.values()].map((fact) => [fact.code, fact]));
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
      return other ? [{ code: other.code, note: notes[language] ?? note }] : [];
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

function publishedFacts(rows: Rows): PublishedFact[] {
  const sentences = Map.groupBy(rows.sentences, ({ fact_id }) => fact_id);
  return rows.facts.map((row) => ({
    id: row.id,
    code: row.code,
    kind: row.kind,
    statement: row.statement,
    sentences: new Map(
      (sentences.get(row.id) ?? []).map(({ language, statement, of_version, status }) => [
        language,
        { statement, ofVersion: of_version, isChecked: status === 'checked' },
      ]),
    ),
    value: row.value ?? undefined,
    valueTo: row.value_to ?? undefined,
    unit: row.unit ?? undefined,
    text: row.text ?? undefined,
    corridorFrom: row.corridor_from ?? undefined,
    corridorTo: row.corridor_to ?? undefined,
    country: row.country ?? undefined,
    sector: row.sector ?? undefined,
    sex: row.sex ?? undefined,
    costItem: row.cost_item ?? undefined,
    payer: row.payer ?? undefined,
    route: row.route ?? undefined,
    source: {
      title: row.source_title ?? '',
      url: row.source_url ?? undefined,
      date: row.source_date ?? '',
      retrievedOn: row.retrieved_on ?? undefined,
    },
    confidence: row.confidence,
    checkedOn: row.checked_on ?? undefined,
    reviewDue: row.review_due ?? undefined,
    version: row.version,
  }));
}

function publishedGuides(rows: Rows): (PublishedGuide & { place: number })[] {
  const texts = Map.groupBy(rows.texts, ({ page_id }) => page_id);
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
        facts: [...new Set(published.flatMap(({ blocks }) => blockQuotes(blocks).facts))],
        version: row.published_version ?? 0,
        texts: new Map(published.map((text) => [text.language, text])),
        sourceLanguage: row.source_language,
        place: row.place,
      },
    ];
  });
}

function publishedText(
  text: Rows['texts'][number],
  source: string,
  audioId: string | undefined,
): PublishedText {
  const isSource = text.basis.length === 0;
  return {
    language: text.language,
    version: text.version,
    title: text.title,
    summary: text.summary,
    body: text.body,
    blocks: parseBody(text.body),
    isChecked: text.is_checked,
    staleBlocks: isSource ? [] : staleBlocks(text.basis, source),
    isWhole: isSource || isWhole(text.basis, source),
    publishedOn: text.published_at.toISOString().slice(0, 10),
    audioId,
  };
}
