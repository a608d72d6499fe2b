import { sql } from 'kysely';
import type { ClientRow, ClientTables } from '#modules/clients/index.server.ts';
import type { StaffActor } from '#platform/actor.ts';
import type { OperationContext } from '#platform/operations/operation.server.ts';
import { Problem, versionConflict } from '#platform/problem.ts';
import { decidingAs } from './request.ts';
import type { ErasureTables, SubjectRequestRow } from './erasure.tables.server.ts';

type Tables = ErasureTables & ClientTables;

export interface LockedRequest {
  request: SubjectRequestRow;
  client: ClientRow | undefined;
}

/** The request and the file it is about, locked until the end; out of reach looks like not found. */
export async function lockRequest(
  { tx }: OperationContext<Tables>,
  { requestId }: { requestId: string },
): Promise<LockedRequest | undefined> {
  const request = await tx
    .selectFrom('subject_request')
    .selectAll()
    .where('id', '=', requestId)
    .forUpdate()
    .executeTakeFirst();
  if (!request) return undefined;
  const client = request.client_id
    ? await tx
        .selectFrom('client')
        .selectAll()
        .where('id', '=', request.client_id)
        .forNoKeyUpdate()
        .executeTakeFirst()
    : undefined;
  return { request, client };
}

/**
 * May this person decide it, now? @returns whether nobody else could be asked
 * @throws Problem `erasures.decided` when it is settled, `conflict.version`, `erasures.second-person` for whoever wrote
 * it down while a colleague could decide
 */
export async function checkDecider(
  { tx }: OperationContext<Tables>,
  { staffId }: StaffActor,
  { request, client }: LockedRequest,
  version: number,
): Promise<boolean> {
  if (request.state !== 'open') throw new Problem('erasures.decided', 409);
  if (request.version !== version) throw versionConflict();
  const { rows } = await sql<{ others: number }>`
    select count(*)::integer as others from staff_member s
    where s.status = 'active' and s.id <> ${staffId} and s.roles && array['coordinator', 'data_protection_officer']
      and (not ${client?.restricted ?? false}
        or exists (select 1 from restricted_reader r where r.staff_id = s.id and r.client_id = ${client?.id ?? null}))`.execute(
    tx,
  );
  const as = decidingAs({ recordedBy: request.recorded_by }, { staffId, others: rows[0]?.others ?? 0 });
  if (as === 'not-you') throw new Problem('erasures.second-person', 409);
  return as === 'alone';
}
