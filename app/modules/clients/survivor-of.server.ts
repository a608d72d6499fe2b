import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import { Problem } from '#platform/problem.ts';
import type { ClientTables } from './client.tables.server.ts';

/** A merged file takes nothing new; its address leads to the file that was kept. */
export const fileMergedAway = () => new Problem('clients.merged', 409);

/** The file that a merged one leads to, however many merges away; undefined when it was not merged or is out of reach. */
export async function survivorOf(tx: Transaction<ClientTables>, clientId: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    with recursive way (id, merged_into) as (
      select id, merged_into from client where id = ${clientId}
      union select c.id, c.merged_into from way join client c on c.id = way.merged_into)
    select id from way where merged_into is null and id <> ${clientId}`.execute(tx);
  return rows[0]?.id;
}
