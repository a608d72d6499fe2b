import { askSupervisor, type ClientRow, lockFiles } from '#modules/clients/index.server.ts';
import type { OperationContext } from '#platform/operations/operation.server.ts';
import { Problem, versionConflict } from '#platform/problem.ts';
import type { ClientMergeRow, MergeTables } from './client-merge.tables.server.ts';

export interface MergePair {
  survivor: ClientRow;
  merged: ClientRow;
}

/**
 * Both files, locked. One that is out of reach and one that is not there look alike. Undefined when neither is there.
 * @throws Problem `duplicates.ask-supervisor`
 */
export async function lockMergePair(
  context: OperationContext<MergeTables>,
  { survivorId, mergedId }: { survivorId: string; mergedId: string },
): Promise<MergePair | undefined> {
  const rows = await lockFiles(context, [survivorId, mergedId]);
  if (rows.length === 0) return undefined;
  const [survivor, merged] = [survivorId, mergedId].map((id) => rows.find((row) => row.id === id));
  if (!survivor || !merged || survivor === merged) throw askSupervisor();
  return { survivor, merged };
}

/** @throws Problem `duplicates.already-merged`, `duplicates.file-elsewhere`, `conflict.version` when one of the two was changed since it was looked at */
export function checkMergePair(
  { survivor, merged }: MergePair,
  seen: { survivorVersion: number; mergedVersion: number },
): void {
  if (survivor.merged_into || merged.merged_into) throw new Problem('duplicates.already-merged', 409);
  if (survivor.file_status === 'transferred' || merged.file_status === 'transferred')
    throw new Problem('duplicates.file-elsewhere', 409);
  if (survivor.version !== seen.survivorVersion || merged.version !== seen.mergedVersion)
    throw versionConflict();
}

/** A merge with both of its files, all locked; undefined when there is none within reach. */
export async function lockMerge(
  context: OperationContext<MergeTables>,
  { mergeId }: { mergeId: string },
): Promise<{ merge: ClientMergeRow; pair: MergePair } | undefined> {
  const { tx } = context;
  const known = await tx.selectFrom('client_merge').selectAll().where('id', '=', mergeId).executeTakeFirst();
  if (!known) return undefined;
  // The files first, as everybody else does: whoever holds them may be writing the merge.
  const pair = await lockMergePair(context, { survivorId: known.survivor_id, mergedId: known.merged_id });
  const merge = await tx
    .selectFrom('client_merge')
    .selectAll()
    .where('id', '=', mergeId)
    .forUpdate()
    .executeTakeFirst();
  return pair && merge && { merge, pair };
}
