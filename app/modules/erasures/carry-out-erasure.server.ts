import { randomUUID } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { ClientTables, Erasing, PersonErased } from '#modules/clients/index.server.ts';
import type { CentreTables } from '#modules/centres/index.server.ts';
import type { ContactTables } from '#modules/contacts/index.server.ts';
import { houseActor } from '#platform/actor.ts';
import { appendAudit } from '#platform/audit/append-audit.server.ts';
import { keepErasureLedger } from '#platform/backup/erasure-ledger.server.ts';
import { rewriteKeyStore } from '#platform/backup/rewrite-keys.server.ts';
import type { House } from '#platform/house.server.ts';
import { localDay } from '#platform/language/local-day.ts';
import { blankEvent } from '#platform/operations/execute.server.ts';
import { isProblem } from '#platform/problem.ts';
import type { ErasureTables } from './erasure.tables.server.ts';
import { erasingSteps } from './erasing-steps.server.ts';

type Tables = ErasureTables & ClientTables & ContactTables & CentreTables;

interface Options {
  /** What every module does; a test leaves one out. */
  steps?: readonly PersonErased[];
  /** Called after each part; a test breaks off there. */
  after?: (part: 'begun' | 'shredded' | 'rows') => void;
}

const nobody = '00000000-0000-0000-0000-000000000000';

/**
 * Erases a person whose erasing was ordered: the tombstone, then the keys, then every row, file and trace. Broken off at
 * any point it goes on from there when it is called again; called twice it is done once.
 * @returns `held` when a hold or a move came in between, and nothing was destroyed
 */
export async function carryOutErasure(
  house: House,
  erasureId: string,
  { steps = erasingSteps, after }: Options = {},
): Promise<'done' | 'held'> {
  const begun = await begin(house, erasureId);
  if (begun === 'done' || begun === 'held') return begun;
  after?.('begun');
  for (const id of begun) await house.vault.keys.shred(id);
  // Before the first row goes: whatever is restored from here on knows of the erasing.
  await keepErasureLedger(house);
  after?.('shredded');
  const files = await removeRows(house, erasureId, begun, steps);
  after?.('rows');
  for (const id of files) await house.files.remove(id);
  await keepErasureLedger(house);
  // The old version of a key's row would still lie in the file of the table. A database elsewhere sees to it by itself.
  await rewriteKeyStore(house.config.dataDir).catch((error: unknown) => {
    if (!isProblem(error) || error.code !== 'database.unavailable')
      house.log.error('erasure.keys-not-rewritten', error);
  });
  return 'done';
}

/** From here on there is no way back: the ids of the file and of the stubs merged into it. */
function begin(house: House, erasureId: string): Promise<string[] | 'done' | 'held'> {
  const eraser: Kysely<Tables> = house.databases.eraser;
  return eraser.transaction().execute(async (tx) => {
    const row = await tx
      .selectFrom('erasure')
      .selectAll()
      .where('id', '=', erasureId)
      .forUpdate()
      .executeTakeFirst();
    if (!row?.person_id) return row?.state === 'held' ? 'held' : 'done';
    if (row.state === 'ordered') {
      const barred = await sql<{
        by: string | null;
      }>`select erasing_barred_by(${row.person_id}) as by`.execute(tx);
      if (barred.rows[0]?.by) {
        await tx
          .updateTable('erasure')
          .set({ state: 'held', person_id: null })
          .where('id', '=', erasureId)
          .execute();
        return 'held';
      }
      await tx.updateTable('erasure').set({ state: 'running' }).where('id', '=', erasureId).execute();
    }
    return reachPeople(tx, erasureId, row.person_id);
  });
}

/** Lets the eraser at the file and, one after the other, at every stub that leads to it. */
async function reachPeople(tx: Kysely<Tables>, erasureId: string, fileId: string): Promise<string[]> {
  const reached: string[] = [];
  for (let next = [fileId]; next.length > 0; ) {
    for (const id of next)
      await tx
        .insertInto('erasure_person')
        .values({ person_id: id, erasure_id: erasureId, part: id === fileId ? 'file' : 'stub' })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    reached.push(...next);
    const stubs = await tx.selectFrom('client').select('id').where('merged_into', 'in', next).execute();
    next = stubs.map(({ id }) => id).filter((id) => !reached.includes(id));
  }
  return reached;
}

/** All rows in one transaction; keys that go with them are destroyed before it ends, files are named. */
async function removeRows(
  house: House,
  erasureId: string,
  personIds: readonly string[],
  steps: readonly PersonErased[],
): Promise<string[]> {
  const now = house.clock.now();
  const eraser: Kysely<Tables> = house.databases.eraser;
  const files: string[] = [];
  await eraser.transaction().execute(async (tx) => {
    const row = await tx
      .selectFrom('erasure')
      .selectAll()
      .where('id', '=', erasureId)
      .forUpdate()
      .executeTakeFirst();
    if (row?.state !== 'running') return;
    const standIn = await makeStandIn(tx, erasureId, row.person_id ?? nobody);
    const keys = new Set<string>();
    const erasing: Erasing = {
      house,
      now,
      centreId: row.centre_id,
      personIds,
      standIn,
      contactIds: await contactsOf(tx, personIds),
      on: <Other>() => tx as unknown as Kysely<Other>,
      shredLater: (id) => void keys.add(id),
      removeLater: (id) => void files.push(id),
    };
    const counts: Record<string, number> = {};
    for (const step of steps) {
      const touched = await step.erase(erasing);
      for (const table of Object.keys(step.tables).slice(0, 1)) counts[table] = touched;
    }
    const { time_zone: timeZone } = await tx
      .selectFrom('centre')
      .select('time_zone')
      .where('id', '=', row.centre_id)
      .executeTakeFirstOrThrow();
    await tx.deleteFrom('erasure_person').where('erasure_id', '=', erasureId).execute();
    await tx
      .updateTable('erasure')
      .set({ state: 'done', person_id: null, done_on: localDay(now, timeZone), counts })
      .where('id', '=', erasureId)
      .execute();
    for (const id of keys) await house.vault.keys.shred(id);
    await appendAudit(tx, house.vault, row.centre_id, {
      ...blankEvent(randomUUID(), { name: 'client.erased', subject: 'erasure' }, houseActor, now),
      result: 'done',
      relation: 'centre',
      subjectId: erasureId,
      purpose: row.cause,
      itemCount: personIds.length,
    });
  });
  return files;
}

/** Under this the person's conversations stay counted: coarse facts, the month of registration, no key. */
async function makeStandIn(tx: Kysely<Tables>, erasureId: string, personId: string): Promise<string> {
  const standIn = randomUUID();
  await tx
    .insertInto('erasure_person')
    .values({ person_id: standIn, erasure_id: erasureId, part: 'stand-in' })
    .execute();
  await sql`
    insert into client (id, centre_id, file_no, file_status, sex, age_band, stage, languages, restricted, minor,
      registered_on, registered_by, recorded_at, updated_by, updated_at)
    select ${standIn}, centre_id, ${`erased-${standIn}`}, 'erased', sex, age_band, stage, '{}', restricted, minor,
      date_trunc('month', registered_on)::date, ${nobody}, date_trunc('month', recorded_at), ${nobody},
      date_trunc('month', recorded_at)
    from client where id = ${personId}`.execute(tx);
  return standIn;
}

async function contactsOf(tx: Kysely<Tables>, personIds: readonly string[]): Promise<string[]> {
  const rows = await tx
    .selectFrom('contact_client')
    .select('contact_id as id')
    .where('client_id', 'in', personIds)
    .union(tx.selectFrom('contact').select('id').where('client_id', 'in', personIds))
    .execute();
  return rows.map(({ id }) => id);
}
