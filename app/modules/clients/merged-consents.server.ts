import { randomUUID } from 'node:crypto';
import type { Selectable, Transaction } from 'kysely';
import type { OperationContext } from '#platform/operations/operation.server.ts';
import type { ClientTables, ConsentTable } from './client.tables.server.ts';
import type { FileMoving, MovedRow } from './file-merged.ts';
import { requireStaffActor } from './require-staff-actor.ts';
import { type OrderedConsent, stricterConsents } from './stricter-consent.ts';

type ConsentRow = Selectable<ConsentTable>;

/**
 * Of each purpose that both were asked the stricter answer is in force from now on. Where it is not the newest it is said
 * once more, in a row that names the merge and can go with it; the decisions themselves stay as they are.
 */
export async function keepStricterConsents(
  { tx, actor, now, today }: OperationContext<ClientTables>,
  { mergeId, survivorId, restricted }: FileMoving,
  rows: readonly MovedRow[],
): Promise<void> {
  const { staffId } = requireStaffActor(actor);
  const moved = new Set(rows.filter(({ table }) => table === 'consent').map(({ rowId }) => rowId));
  const all = await newestFirst(tx, survivorId);
  const newestAmong = (mine: boolean) => newest(all.filter(({ id }) => moved.has(id) !== mine));
  for (const chosen of stricterConsents(newestAmong(true), newestAmong(false), today)) {
    const row = all.find(({ id }) => id === chosen.id);
    if (!row || all.find(({ purpose }) => purpose === chosen.purpose) === row) continue;
    await insertAgain(tx, row, {
      client_id: survivorId,
      restricted,
      merge_id: mergeId,
      by: staffId,
      at: now,
    });
  }
}

/**
 * What was in force before comes back into force by itself when the rows of the merge go. Only a decision of the person
 * since then stands in its way: it stays with the survivor, and a no is kept for the other file too, because nobody
 * knows which of the two said it. @returns the purposes that the other file lost
 */
export async function partConsents(
  { tx, actor, now }: OperationContext<ClientTables>,
  { mergeId, survivorId, mergedId, restricted }: FileMoving,
  lastConsent: number,
): Promise<string[]> {
  const { staffId } = requireStaffActor(actor);
  await tx
    .deleteFrom('consent')
    .where('client_id', '=', survivorId)
    .where('merge_id', '=', mergeId)
    .execute();
  const since = (await newestFirst(tx, survivorId)).filter(
    (row) => row.seq > lastConsent && row.merge_id === null,
  );
  const noes = newest(since).filter(({ status }) => status === 'withdrawn' || status === 'refused');
  for (const { id } of noes) {
    const row = since.find((each) => each.id === id);
    if (row)
      await insertAgain(tx, row, {
        client_id: mergedId,
        restricted,
        merge_id: mergeId,
        by: staffId,
        at: now,
      });
  }
  return noes.map(({ purpose }) => purpose);
}

/** How far the person's decisions have come; 0 before the first. */
export async function lastConsentOf(tx: Transaction<ClientTables>, clientId: string): Promise<number> {
  const row = await tx
    .selectFrom('consent')
    .select(({ fn }) => fn.max('seq').as('last'))
    .where('client_id', '=', clientId)
    .executeTakeFirst();
  return row?.last ?? 0;
}

const newestFirst = (tx: Transaction<ClientTables>, clientId: string): Promise<ConsentRow[]> =>
  tx.selectFrom('consent').selectAll().where('client_id', '=', clientId).orderBy('seq', 'desc').execute();

/** The first of each purpose. */
function newest(rows: readonly ConsentRow[]): OrderedConsent[] {
  return rows
    .filter((row, at) => rows.findIndex(({ purpose }) => purpose === row.purpose) === at)
    .map((row) => ({
      id: row.id,
      seq: row.seq,
      purpose: row.purpose,
      status: row.status,
      form: row.form,
      explainedIn: row.explained_in,
      givenOn: row.given_on,
      validUntil: row.valid_until,
    }));
}

/** The words of witnesses and guardians stay with the decision itself. */
async function insertAgain(
  tx: Transaction<ClientTables>,
  row: ConsentRow,
  as: { client_id: string; restricted: boolean; merge_id: string; by: string; at: Date },
): Promise<void> {
  const { seq: _, sealed_proof: __, ...decision } = row;
  const { by, at, ...place } = as;
  await tx
    .insertInto('consent')
    .values({ ...decision, ...place, id: randomUUID(), sealed_proof: null, recorded_by: by, recorded_at: at })
    .execute();
}
