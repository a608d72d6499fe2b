import type { Transaction } from 'kysely';
import type { FactTables, FactView } from '#modules/facts/index.server.ts';
import { sourceLanguage } from '#platform/language/interface-languages.ts';
import { factView } from './fact-view.ts';
import { publishedFacts } from './published-facts.ts';

export interface FactsAsked {
  centreId: string;
  codes: readonly string[];
  language: string;
  today: string;
  /** As they were then, instead of now. */
  at?: Date;
}

/**
 * The facts that a page quotes, and those they differ from, as a reader of a language sees them; those that do not exist
 * (any more) are left out. Of a moment in the past: in the words they were written in, because older translations of a
 * sentence are not kept.
 */
export async function factsOfPage(
  tx: Transaction<FactTables>,
  asked: FactsAsked,
): Promise<Record<string, FactView>> {
  if (asked.codes.length === 0) return {};
  const quoted = await factRows(tx, asked, 'code', asked.codes);
  const conflicts =
    quoted.length === 0
      ? []
      : await tx
          .selectFrom('fact_conflict')
          .select(['fact_id', 'other_id', 'note', 'note_texts'])
          .where(({ or, eb }) => {
            const ids = quoted.map(({ id }) => id);
            return or([eb('fact_id', 'in', ids), eb('other_id', 'in', ids)]);
          })
          .execute();
  const known = new Set(quoted.map(({ id }) => id));
  const others = [...new Set(conflicts.flatMap(({ fact_id, other_id }) => [fact_id, other_id]))].filter(
    (id) => !known.has(id),
  );
  const rows = [...quoted, ...(others.length > 0 ? await factRows(tx, asked, 'id', others) : [])];
  const ids = rows.map(({ id }) => id);
  const sentences =
    ids.length === 0
      ? []
      : await tx
          .selectFrom('fact_text')
          .select(['fact_id', 'language', 'statement', 'of_version', 'status'])
          .where('fact_id', 'in', ids)
          .where('language', '=', asked.language)
          .execute();
  const before = await olderSnapshots(tx, ids, asked.at);
  const then = rows.map((row) => ({ ...row, ...before.get(row.id) }));
  const facts = publishedFacts({
    facts: then,
    sentences: sentences.filter(({ fact_id }) => !before.has(fact_id)),
  });
  const codeOf = new Map(rows.map(({ id, code }) => [id, code]));
  return Object.fromEntries(
    facts.map((fact) => {
      const notes = conflicts
        .filter(({ fact_id, other_id }) => fact_id === fact.id || other_id === fact.id)
        .flatMap(({ fact_id, other_id, note, note_texts }) => {
          const code = codeOf.get(fact_id === fact.id ? other_id : fact_id);
          return code === undefined ? [] : [{ code, note: note_texts[asked.language] ?? note }];
        });
      return [fact.code, factView(fact, asked.language, sourceLanguage, asked.today, notes)];
    }),
  );
}

async function factRows(
  tx: Transaction<FactTables>,
  { centreId, at }: FactsAsked,
  by: 'code' | 'id',
  values: readonly string[],
) {
  let rows = tx
    .selectFrom('fact')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where(by, 'in', [...values]);
  if (!at) rows = rows.where('retired_at', 'is', null);
  return rows.execute();
}

/** Of each fact that was changed after the moment: what it said before the first such change. */
async function olderSnapshots(tx: Transaction<FactTables>, ids: readonly string[], at: Date | undefined) {
  if (!at || ids.length === 0) return new Map<string, Record<string, string | null>>();
  const rows = await tx
    .selectFrom('fact_version')
    .distinctOn('fact_id')
    .select(['fact_id', 'snapshot'])
    .where('fact_id', 'in', [...ids])
    .where('changed_at', '>', at)
    .orderBy('fact_id')
    .orderBy('version')
    .execute();
  return new Map(rows.map(({ fact_id, snapshot }) => [fact_id, snapshot]));
}
