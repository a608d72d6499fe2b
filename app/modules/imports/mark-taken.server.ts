import { sql, type Transaction } from 'kysely';
import type { ImportTables } from './import.tables.server.ts';
import type { ImportCounts } from './import-counts.ts';

/** What becomes of a row. */
export interface Taken {
  number: number;
  state: 'taken' | 'skipped' | 'wrong';
  clientId?: string | undefined;
  made: boolean;
  contactId?: string | undefined;
  problems?: string[];
}

/** One statement for all: what became of the rows, and their cells gone where they were taken. */
export async function markTaken(
  tx: Transaction<ImportTables>,
  now: Date,
  importId: string,
  taken: readonly Taken[],
): Promise<void> {
  if (taken.length === 0) return;
  await sql`update import_row set
      state = t.state, client_id = t.client_id, made_client = t.made, contact_id = t.contact_id, taken_at = ${now},
      problems = case when t.problem is null then problems else array[t.problem] end,
      sealed = case when t.state = 'taken' then null else sealed end
    from unnest(
      ${taken.map((each) => each.number)}::integer[], ${taken.map((each) => each.state)}::text[],
      ${taken.map((each) => each.clientId ?? null)}::uuid[], ${taken.map((each) => each.made)}::boolean[],
      ${taken.map((each) => each.contactId ?? null)}::uuid[], ${taken.map((each) => each.problems?.[0] ?? null)}::text[]
    ) as t (number, state, client_id, made, contact_id, problem)
    where import_row.import_id = ${importId} and import_row.number = t.number`.execute(tx);
}

/** The numbers of an import after one more step. */
export function addCounts(before: ImportCounts, taken: readonly Taken[]): ImportCounts {
  const count = (test: (each: Taken) => unknown) => taken.filter(test).length;
  const add = (name: keyof ImportCounts, more: number) => ({ [name]: (before[name] ?? 0) + more });
  return {
    ...before,
    ...add(
      'taken',
      count(({ state }) => state === 'taken'),
    ),
    ...add(
      'madePeople',
      count(({ made }) => made),
    ),
    ...add(
      'madeVisits',
      count(({ contactId }) => contactId),
    ),
    ...add(
      'attached',
      count(({ made, clientId }) => !made && clientId),
    ),
    ...add(
      'skipped',
      count(({ state }) => state === 'skipped'),
    ),
    ...add(
      'failed',
      count(({ state }) => state === 'wrong'),
    ),
  };
}
