import { sql } from 'kysely';
import type { ClientTables } from '#modules/clients/index.server.ts';
import type { OperationContext } from '#platform/operations/operation.server.ts';
import { versionConflict } from '#platform/problem.ts';
import type { DisclosureRequestRow, DisclosureRequestTables } from './disclosure-request.tables.server.ts';

type Tables = DisclosureRequestTables & ClientTables;

/** The request, locked until the end; out of reach looks like not found. */
export const lockDisclosureRequest = async (
  { tx }: OperationContext<Tables>,
  { disclosureRequestId }: { disclosureRequestId: string },
): Promise<DisclosureRequestRow | undefined> =>
  tx
    .selectFrom('disclosure_request')
    .selectAll()
    .where('id', '=', disclosureRequestId)
    .forUpdate()
    .executeTakeFirst();

/** @throws Problem `conflict.version` when somebody changed it since it was read */
export function checkVersion(request: DisclosureRequestRow, version: number): void {
  if (request.version !== version) throw versionConflict();
}

/** How many colleagues could agree instead: of a restricted person only those who stand on the list. */
export async function otherDeciders(
  { tx }: OperationContext<Tables>,
  staffId: string,
  request: DisclosureRequestRow,
): Promise<number> {
  const { rows } = await sql<{ others: number }>`
    select count(*)::integer as others from staff_member s
    where s.status = 'active' and s.id <> ${staffId} and s.roles && array['coordinator', 'data_protection_officer']
      and (not exists (select 1 from client c where c.id = ${request.client_id} and c.restricted)
        or exists (select 1 from restricted_reader r where r.staff_id = s.id and r.client_id = ${request.client_id}))`.execute(
    tx,
  );
  return rows[0]?.others ?? 0;
}

/** What the record of who did what says of each step: ids alone. */
export const subjectOf = ({ id, client_id }: { id: string; client_id: string | null }) => ({
  subjectId: id,
  ...(client_id && { clientId: client_id }),
});
