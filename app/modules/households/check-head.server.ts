import type { Transaction } from 'kysely';
import { fieldProblem } from '#platform/problem.ts';
import type { HouseholdRelation } from './household.ts';
import type { HouseholdTables } from './household.tables.server.ts';

/**
 * A household has one head. One that is behind a wall is not seen here; then the database refuses, and `refuseSecondHead`
 * says the same in the same words.
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

/** The head whom only the database sees is refused like one who is seen. */
export function refuseSecondHead(error: unknown): never {
  if (typeof error === 'object' && error !== null && 'constraint' in error)
    if (error.constraint === 'household_member_head') throw fieldProblem('relation', 'has-head');
  throw error;
}
