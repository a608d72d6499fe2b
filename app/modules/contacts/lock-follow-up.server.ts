import type { Transaction } from 'kysely';
import type { Actor } from '#platform/actor.ts';
import type { Relation } from '#platform/policy/policy.ts';
import { Problem, versionConflict } from '#platform/problem.ts';
import type { ContactTables, FollowUpRow } from './contact.tables.server.ts';

export const lockFollowUp = (tx: Transaction<ContactTables>, id: string): Promise<FollowUpRow | undefined> =>
  tx.selectFrom('follow_up').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();

export const relationsToFollowUp = (
  actor: Actor,
  followUp: Pick<FollowUpRow, 'assigned_to' | 'created_by'>,
): Relation[] =>
  actor.staffId !== undefined &&
  (followUp.assigned_to === actor.staffId || followUp.created_by === actor.staffId)
    ? ['own']
    : [];

/** @throws Problem `follow-up.closed` or `conflict.version` */
export function requireOpen(followUp: FollowUpRow, version: number): void {
  if (followUp.closed_at) throw new Problem('follow-up.closed', 409);
  if (followUp.version !== version) throw versionConflict();
}
