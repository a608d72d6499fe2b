import { type Kysely, sql } from 'kysely';
import { Problem } from '#platform/problem.ts';
import type { StaffTables } from './staff.tables.server.ts';

/** A centre whose doors the network has closed takes nobody in, by whichever way they prove themselves. */
export const inOpenCentre = sql<boolean>`not exists (
  select 1 from centre where centre.id = staff_member.centre_id and centre.status = 'suspended')`;

/** @throws Problem `session.centre-suspended` (403); only somebody who has proven an account there gets to read it */
export async function refuseSuspendedCentre(tx: Kysely<StaffTables>, centreId: string): Promise<void> {
  const { rows } = await sql`select 1 from centre where id = ${centreId} and status = 'suspended'`.execute(
    tx,
  );
  if (rows.length > 0) throw new Problem('session.centre-suspended', 403);
}
