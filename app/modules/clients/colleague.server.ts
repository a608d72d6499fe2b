import { sql, type Transaction } from 'kysely';
import { rolesSeeingPeople } from '#platform/actor.ts';
import type { AnyTables } from '#platform/database/databases.server.ts';
import { fieldProblem } from '#platform/problem.ts';

/** @throws `not-a-colleague` at the field unless everyone named works at this centre now, in a role that sees people */
export async function checkColleagues(
  tx: Transaction<AnyTables>,
  staffIds: readonly string[],
  field: string,
): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select id from staff_member where id = any(${[...staffIds]}::uuid[]) and status = 'active'
      and roles && ${[...rolesSeeingPeople]}::text[]`.execute(tx);
  if (rows.length < new Set(staffIds).size) throw fieldProblem(field, 'not-a-colleague');
}
