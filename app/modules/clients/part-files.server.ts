import { sql } from 'kysely';
import type { OperationContext } from '#platform/operations/operation.server.ts';
import { rewriteFile } from './client-revision.server.ts';
import type { ClientRow, ClientTables } from './client.tables.server.ts';
import { stopConsent } from './stop-consent.server.ts';
import type { FileMoving, MergeReactions, MovedRow } from './file-merged.ts';
import type { JoinedFiles } from './join-files.server.ts';
import { restoredFile } from './joined-file.ts';
import { loadWholeFile } from './load-whole-file.server.ts';
import { partConsents } from './merged-consents.server.ts';
import { partWalls } from './merged-readers.server.ts';
import { requireStaffActor } from './require-staff-actor.ts';
import { countableReach } from './safe-contact.ts';
import { tightenedPhones } from './strict-phones.ts';
import { isSame, withParts } from './whole-file.ts';

interface Parting {
  mergeId: string;
  survivor: ClientRow;
  merged: ClientRow;
  wasRestricted: { survivor: boolean; merged: boolean };
  joined: JoinedFiles;
  mergedAt: Date;
  rows: readonly MovedRow[];
}

/**
 * Takes a merge back: what was moved goes back, the survivor is as it was except for what somebody changed since, the
 * other file stands again. Both rows are locked by the caller.
 * @returns what was changed since the merge and stays with the survivor
 * @throws Problem `duplicates.ask-supervisor`, `duplicates.file-erased`
 */
export async function partFiles(
  context: OperationContext<ClientTables>,
  { mergeId, survivor, merged, wasRestricted, joined, mergedAt, rows }: Parting,
  reactions: MergeReactions,
): Promise<{ changedSince: string[] }> {
  const { house, tx, now } = context;
  const { staffId } = requireStaffActor(context.actor);
  const present = await loadWholeFile(house, tx, survivor);
  const own = await loadWholeFile(house, tx, merged);

  const { file, changedSince } = restoredFile(joined.before, joined.after, present);
  const writtenSince = changedSince.length > 0 || (await servedSince(context, survivor.id, mergedAt));
  const walls = await partWalls(context, {
    survivor,
    merged,
    wasRestricted,
    readers: joined.readers,
    writtenSince,
  });
  const moving: FileMoving = {
    mergeId,
    survivorId: survivor.id,
    mergedId: merged.id,
    restricted: walls.merged,
  };
  for (const each of reactions.fileMerged) await each.moveBack(context, { ...moving, rows });
  const ended = await partConsents(context, moving, joined.lastConsent);
  await walls.settle();

  await rewriteFile({
    house,
    tx,
    client: { ...survivor, restricted: walls.survivor },
    facts: { ...file.facts, ...countableReach(file.identity) },
    rewrite: () => file.identity,
    staffId,
    now,
  });
  await tx
    .updateTable('client')
    .set({
      assigned_to: file.assignedTo,
      last_contact_on: unlessMoved(
        joined.before.lastContactOn,
        joined.after.lastContactOn,
        survivor.last_contact_on,
      ),
      retention_until: unlessMoved(
        joined.before.retentionUntil,
        joined.after.retentionUntil,
        survivor.retention_until,
      ),
    })
    .where('id', '=', survivor.id)
    .execute();

  const phones = tightenedPhones(own.identity.phones, joined.after.identity.phones, present.identity.phones);
  if (!isSame(phones, own.identity.phones)) {
    const safer = withParts(own, {}, { phones });
    await rewriteFile({
      house,
      tx,
      client: { ...merged, restricted: walls.merged },
      facts: countableReach(safer.identity),
      rewrite: () => safer.identity,
      staffId,
      now,
    });
  }
  await stopConsent(context, merged.id, ended, reactions.consentWithdrawn);
  await keepApart(context, survivor, merged, staffId);
  return { changedSince };
}

/** Was the person served, or a next step planned, since then? */
async function servedSince(
  { tx }: OperationContext<ClientTables>,
  clientId: string,
  since: Date,
): Promise<boolean> {
  const { rows } = await sql<{ served: boolean }>`
    select exists (select from contact k join contact_client w on w.contact_id = k.id
        where w.client_id = ${clientId} and k.recorded_at > ${since})
      or exists (select from follow_up f where f.client_id = ${clientId} and f.created_at > ${since}) as served`.execute(
    tx,
  );
  return rows[0]?.served ?? false;
}

const unlessMoved = (before: string | null, after: string | null, present: string | null) =>
  present === after ? before : present;

/** Whoever parts two files says that they are two people: the pair is not suggested again as it is. */
async function keepApart(
  { tx, now }: OperationContext<ClientTables>,
  survivor: ClientRow,
  merged: ClientRow,
  staffId: string,
): Promise<void> {
  const decided = { status: 'not_duplicate' as const, decided_by: staffId, decided_at: now };
  const pair = [survivor.id, merged.id];
  const known = await tx
    .updateTable('possible_duplicate')
    .set(({ ref }) => ({ ...decided, decided_score: ref('score'), asked_again: false }))
    .where('client_id', 'in', pair)
    .where('other_client_id', 'in', pair)
    .returning('client_id')
    .execute();
  if (known.length > 0) return;
  await tx
    .insertInto('possible_duplicate')
    .values({
      client_id: survivor.id,
      other_client_id: merged.id,
      centre_id: survivor.centre_id,
      score: 0,
      reasons: [],
      // However alike they look: somebody looked closer than any score.
      decided_score: 1,
      created_at: now,
      ...decided,
    })
    .execute();
}
