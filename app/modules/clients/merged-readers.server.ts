import { sql, type Transaction } from 'kysely';
import type { OperationContext } from '#platform/operations/operation.server.ts';
import { Problem } from '#platform/problem.ts';
import type { ClientRow, ClientTables } from './client.tables.server.ts';
import { requireStaffActor } from './require-staff-actor.ts';

/** Who could open each of two files, and who the one they became. */
export interface JoinedReaders {
  survivor: string[];
  merged: string[];
  result: string[];
}

export const askSupervisor = () => new Problem('duplicates.ask-supervisor', 403);

/**
 * Makes the other file a stub and closes both where one was closed: open to those who could open both, to nobody more.
 * The stub's own readers stay in their rows for the way back; its wall is the survivor's.
 */
export async function closeTogether(
  { tx, now, actor }: OperationContext<ClientTables>,
  survivor: ClientRow,
  merged: ClientRow,
): Promise<JoinedReaders> {
  const { staffId } = requireStaffActor(actor);
  const readers = { survivor: await readersOf(tx, survivor.id), merged: await readersOf(tx, merged.id) };
  const result = !survivor.restricted
    ? readers.merged
    : merged.restricted
      ? readers.survivor.filter((id) => readers.merged.includes(id))
      : readers.survivor;
  if ((survivor.restricted || merged.restricted) && !result.includes(staffId)) throw askSupervisor();
  await setReaders(tx, survivor, result, { by: staffId, at: now });
  if (merged.restricted && !survivor.restricted) await setRestricted(tx, survivor.id, true);
  await tx.updateTable('client').set({ merged_into: survivor.id }).where('id', '=', merged.id).execute();
  if (survivor.restricted && !merged.restricted) await setRestricted(tx, merged.id, true);
  return { ...readers, result };
}

interface Parting {
  survivor: ClientRow;
  merged: ClientRow;
  /** As the two files were before. */
  wasRestricted: { survivor: boolean; merged: boolean };
  readers: JoinedReaders;
  /** Something was written into the survivor since, behind the wall that it had by then. */
  writtenSince: boolean;
}

export interface PartedWalls {
  survivor: boolean;
  merged: boolean;
  /** To be called when every row is back where it was. */
  settle(): Promise<void>;
}

/**
 * Frees the stub behind the wall that it had. Whoever was let in since may open both, whoever was shut out since neither;
 * a file that was closed since stays closed, and so does the other. What was written behind the other's wall stays behind a
 * wall: the survivor is opened by hand, by one of its readers. @throws Problem `duplicates.ask-supervisor` when the
 * actor would not be able to open what they part
 */
export async function partWalls(
  { tx, now, actor }: OperationContext<ClientTables>,
  { survivor, merged, wasRestricted, readers, writtenSince }: Parting,
): Promise<PartedWalls> {
  const { staffId } = requireStaffActor(actor);
  const given = { by: staffId, at: now };
  const wasClosed = wasRestricted.survivor || wasRestricted.merged;
  const closedSince = survivor.restricted && !wasClosed;
  const present = await readersOf(tx, survivor.id);
  const came = survivor.restricted ? present.filter((id) => !readers.result.includes(id)) : [];
  const went = survivor.restricted && wasClosed ? readers.result.filter((id) => !present.includes(id)) : [];
  const own = await readersOf(tx, merged.id);
  const readersAfter = (before: readonly string[]) =>
    closedSince ? present : [...new Set([...before, ...came])].filter((id) => !went.includes(id));
  const walls = {
    survivor: wasRestricted.survivor || closedSince || (survivor.restricted && writtenSince),
    merged: wasRestricted.merged || closedSince,
  };
  const who = {
    survivor: wasRestricted.survivor ? readersAfter(readers.survivor) : present,
    merged: readersAfter(own),
  };
  for (const side of ['survivor', 'merged'] as const)
    if (walls[side] && !who[side].includes(staffId)) throw askSupervisor();

  if (walls.merged) await setReaders(tx, merged, who.merged, given);
  else await setRestricted(tx, merged.id, false);
  await tx.updateTable('client').set({ merged_into: null }).where('id', '=', merged.id).execute();
  await setRestricted(tx, merged.id, walls.merged);
  return {
    ...walls,
    async settle() {
      if (walls.survivor) await setReaders(tx, survivor, who.survivor, given);
      await setRestricted(tx, survivor.id, walls.survivor);
      if (!walls.survivor) await setReaders(tx, survivor, [], given);
      await setRestricted(tx, merged.id, walls.merged);
    },
  };
}

async function readersOf(tx: Transaction<ClientTables>, clientId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('restricted_reader')
    .select('staff_id')
    .where('client_id', '=', clientId)
    .orderBy('staff_id')
    .execute();
  return rows.map((row) => row.staff_id);
}

async function setReaders(
  tx: Transaction<ClientTables>,
  client: Pick<ClientRow, 'id' | 'centre_id'>,
  readers: readonly string[],
  given: { by: string; at: Date },
): Promise<void> {
  const present = await readersOf(tx, client.id);
  const gone = present.filter((id) => !readers.includes(id));
  const fresh = readers.filter((id) => !present.includes(id));
  if (fresh.length > 0)
    await tx
      .insertInto('restricted_reader')
      .values(
        fresh.map((id) => ({
          client_id: client.id,
          staff_id: id,
          centre_id: client.centre_id,
          granted_by: given.by,
          granted_at: given.at,
        })),
      )
      .execute();
  if (gone.length > 0)
    await tx
      .deleteFrom('restricted_reader')
      .where('client_id', '=', client.id)
      .where('staff_id', 'in', gone)
      .execute();
}

const setRestricted = (tx: Transaction<ClientTables>, clientId: string, walled: boolean) =>
  sql`select set_client_restricted(${clientId}, ${walled})`.execute(tx);
