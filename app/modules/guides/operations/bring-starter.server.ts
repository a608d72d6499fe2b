import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { type FactTables, factColumns, nextRevision } from '#modules/facts/index.server.ts';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { forbidden } from '#platform/problem.ts';
import type { GuideTables } from '../guide.tables.server.ts';
import { keepQuotes } from '../keep-quotes.server.ts';
import { aboutColumns } from '../lock-guide.server.ts';
import { blockHash, blockSource } from '../parse-body.ts';
import { readStarterContent, type StarterFact, type StarterPage } from '../starter-content.server.ts';

type Tables = GuideTables & FactTables;
type Context = import('#platform/operations/operation.server.ts').OperationContext<Tables>;

/**
 * Brings the pages and facts that come with the program into the centre, unpublished and unconfirmed: its own people
 * read, check and publish them one by one. What the centre has already, under the same name, is left as it is; so it
 * may be run again after an update.
 */
export const bringStarter = operationsOn<Tables>()({
  name: 'guide.bring-starter',
  input: z.object({}),
  subject: 'guide',
  async run(context) {
    const centreId = context.actor.centre?.id;
    if (!centreId) throw forbidden();
    const content = readStarterContent();
    const revision = await nextRevision(context, centreId);
    const place = { centreId, revision };
    const facts = await bringFacts(context, place, content.facts);
    const pages = await bringPages(context, place, content.pages);
    const outlines = await bringOutlines(context, place, content.outlines);
    return {
      result: { facts, pages, outlines },
      audit: { count: facts + pages + outlines, fields: ['starter'] },
    };
  },
});

interface Place {
  centreId: string;
  revision: number;
}

async function bringFacts(
  { tx, now }: Context,
  place: Place,
  given: readonly StarterFact[],
): Promise<number> {
  const there = await tx.selectFrom('fact').select(['id', 'code']).execute();
  const ids = new Map(there.map(({ id, code }) => [code, id]));
  const fresh = given.filter(({ code }) => !ids.has(code));
  if (fresh.length === 0) return 0;
  for (const { code } of fresh) ids.set(code, randomUUID());
  const idOf = (code: string) => ids.get(code) ?? '';
  const own = { centre_id: place.centreId, updated_at: now };
  await tx
    .insertInto('fact')
    .values(
      fresh.map((fact) => ({
        ...own,
        id: idOf(fact.code),
        code: fact.code,
        ...factColumns(fact),
        origin: 'starter' as const,
        created_at: now,
        revision: place.revision,
      })),
    )
    .execute();
  const sentences = fresh.flatMap((fact) =>
    fact.sentences.map((sentence) => ({
      ...own,
      fact_id: idOf(fact.code),
      ...sentence,
      of_version: 1,
      status: 'draft' as const,
    })),
  );
  if (sentences.length > 0) await tx.insertInto('fact_text').values(sentences).execute();
  const conflicts = new Map(
    fresh.flatMap((fact) =>
      fact.conflicts
        .filter(({ code }) => ids.has(code) && code !== fact.code)
        .map(({ code, note, notes }) => {
          const [first, second] = [idOf(fact.code), idOf(code)].sort() as [string, string];
          const row = {
            fact_id: first,
            other_id: second,
            centre_id: place.centreId,
            note,
            note_texts: JSON.stringify(notes),
            noted_at: now,
          };
          return [`${first} ${second}`, row] as const;
        }),
    ),
  );
  if (conflicts.size > 0)
    await tx
      .insertInto('fact_conflict')
      .values([...conflicts.values()])
      .execute();
  return fresh.length;
}

async function bringPages(
  { tx, now }: Context,
  place: Place,
  given: readonly StarterPage[],
): Promise<number> {
  const known = await slugs(tx);
  const fresh = given.filter(({ slug }) => !known.has(slug)).map((page) => ({ ...page, id: randomUUID() }));
  if (fresh.length === 0) return 0;
  await tx
    .insertInto('guide_page')
    .values(
      fresh.map(({ id, slug, texts, ...about }) => ({
        id,
        centre_id: place.centreId,
        slug,
        ...aboutColumns(about),
        source_language: texts[0]?.language ?? 'en',
        origin: 'starter' as const,
        created_at: now,
        updated_at: now,
        revision: place.revision,
      })),
    )
    .execute();
  await tx
    .insertInto('guide_text')
    .values(
      fresh.flatMap(({ id, texts }) => {
        const source = blockSource(texts[0]?.body ?? '');
        return texts.map(({ language, title, summary, body }, at) => ({
          page_id: id,
          language,
          centre_id: place.centreId,
          title,
          summary,
          body,
          basis: at === 0 ? [] : basisOf(body, source),
          status: at === 0 ? ('checked' as const) : ('draft' as const),
          updated_at: now,
        }));
      }),
    )
    .execute();
  for (const { id, texts } of fresh)
    await keepQuotes(
      tx,
      { id, centre_id: place.centreId },
      texts.map(({ body }) => body),
      true,
    );
  return fresh.length;
}

/** What each block of a translation translates; nothing is claimed where the two do not run alongside. */
function basisOf(body: string, source: readonly string[]): string[] {
  const blocks = blockSource(body);
  return blocks.map((_, at) => (blocks.length === source.length ? blockHash(source[at] ?? '') : ''));
}

async function bringOutlines(
  { tx, now }: Context,
  place: Place,
  given: ReturnType<typeof readStarterContent>['outlines'],
): Promise<number> {
  const known = await slugs(tx);
  const fresh = given.filter(({ slug }) => !known.has(slug)).map((page) => ({ ...page, id: randomUUID() }));
  if (fresh.length === 0) return 0;
  await tx
    .insertInto('guide_page')
    .values(
      fresh.map(({ id, slug, outline, title: _title, ...about }) => ({
        id,
        centre_id: place.centreId,
        slug,
        ...aboutColumns(about),
        source_language: 'en',
        origin: 'outline' as const,
        outline: JSON.stringify(outline),
        created_at: now,
        updated_at: now,
        revision: place.revision,
      })),
    )
    .execute();
  await tx
    .insertInto('guide_text')
    .values(
      fresh.map(({ id, title }) => ({
        page_id: id,
        language: 'en',
        centre_id: place.centreId,
        title,
        summary: '',
        body: '',
        status: 'draft' as const,
        updated_at: now,
      })),
    )
    .execute();
  return fresh.length;
}

const slugs = async (tx: Context['tx']): Promise<Set<string>> =>
  new Set((await tx.selectFrom('guide_page').select('slug').execute()).map(({ slug }) => slug));
