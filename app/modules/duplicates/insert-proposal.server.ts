import { randomUUID } from 'node:crypto';
import type { OperationContext } from '#platform/operations/operation.server.ts';
import { forbidden, Problem } from '#platform/problem.ts';
import type { MergeTables } from './client-merge.tables.server.ts';
import type { MergeInput } from './merge.schemas.ts';
import type { MergePair } from './merge-pair.server.ts';
import { choicesPlace } from './merge-seals.ts';

/** Writes down who wants to make which two files one, and how. @throws Problem `duplicates.already-proposed` */
export async function insertProposal(
  { house, tx, actor, now }: OperationContext<MergeTables>,
  { survivor, merged }: MergePair,
  choices: MergeInput['choices'],
): Promise<string> {
  if (!actor.staffId) throw forbidden();
  const pair = [survivor.id, merged.id];
  const open = await tx
    .selectFrom('client_merge')
    .select('id')
    .where('survivor_id', 'in', pair)
    .where('merged_id', 'in', pair)
    .where('merged_at', 'is', null)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  if (open) throw new Problem('duplicates.already-proposed', 409);
  const id = randomUUID();
  await tx
    .insertInto('client_merge')
    .values({
      id,
      centre_id: survivor.centre_id,
      survivor_id: survivor.id,
      merged_id: merged.id,
      survivor_version: survivor.version,
      merged_version: merged.version,
      proposed_by: actor.staffId,
      proposed_at: now,
      sealed_choices: await house.vault.seal(survivor.id, choicesPlace(id), choices),
    })
    .execute();
  return id;
}
