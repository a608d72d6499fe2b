import type { Transaction } from 'kysely';
import { fieldProblem } from '#platform/problem.ts';
import type { HouseholdRelation } from './household.ts';
import type { HouseholdTables } from './household.tables.server.ts';

/**
 * A household has one head. One that is behind a wall is not seen here; then the database refuses.
 * @throws `has-head` at `relation`
 */
export async function checkHead(
  tx: Transaction<HouseholdTables>,
  householdId: string,
  relation: HouseholdRelation,
  ownId?: string,
): Promise<void> {
  if (relation !== 'head') return;
  const head = await tx
    .selectFrom('household_member')
    .select('id')
    .where('household_id', '=', householdId)
    .where('relation', '=', 'head')
    .where('until_on', 'is', null)
    .executeTakeFirst();
  if (head && head.id !== ownId) throw fieldProblem('relation', 'has-head');
}
