import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import { Problem } from '#platform/problem.ts';
import type { ClientTables } from './client.tables.server.ts';

/** A merged file takes nothing new; its address leads to the file that was kept. @param survivorId where it is known */
export const fileMergedAway = (survivorId?: string) =>
  new Problem('clients.merged', 409, survivorId === undefined ? {} : { params: { survivor: survivorId } });

/** The file that a merged one leads to, however many merges away; undefined when it was not merged or is out of reach. */
export async function survivorOf(
  tx: Transaction<ClientTables>,
  clientId: string,
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    with recursive way (id, merged_into) as (
      select id, merged_into from client where id = ${clientId}
      union select c.id, c.merged_into from way join client c on c.id = way.merged_into)
    select id from way where merged_into is null and id <> ${clientId}`.execute(tx);
  return rows[0]?.id;
}

export interface MergedFile {
  id: string;
  fileNo: string;
}

/** The files that became part of this one, however many merges away, by number. */
export async function mergedInto(tx: Transaction<ClientTables>, clientId: string): Promise<MergedFile[]> {
  const { rows } = await sql<MergedFile>`
    with recursive way (id, file_no) as (
      select id, file_no from client where merged_into = ${clientId}
      union select c.id, c.file_no from way join client c on c.merged_into = way.id)
    select id, file_no as "fileNo" from way order by file_no`.execute(tx);
  return rows;
}
