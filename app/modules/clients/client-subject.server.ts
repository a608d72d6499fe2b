import type { Relation } from '#platform/policy/policy.ts';
import type { OperationContext } from '#platform/operations/operation.server.ts';
import { versionConflict } from '#platform/problem.ts';
import type { ClientRow, ClientTables } from './client.tables.server.ts';
import { relationsToClient } from './client-door.server.ts';
import { fileMergedAway } from './survivor-of.server.ts';

/**
 * The file an operation is about, locked until its end. Out of reach looks like not found.
 * @throws Problem `clients.merged` (409) when it became part of another file
 */
export async function loadClient(
  { tx }: OperationContext<ClientTables>,
  input: { clientId: string },
): Promise<ClientRow | undefined> {
  const row = await tx
    .selectFrom('client')
    .selectAll()
    .where('id', '=', input.clientId)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (row?.merged_into) throw fileMergedAway();
  return row;
}

export const relationsToSubject = (
  { tx, actor, today }: OperationContext<ClientTables>,
  client: ClientRow,
): Promise<Relation[]> => relationsToClient(tx, actor, client.id, today);

/** Somebody else saved the file since the form was opened. @throws Problem `conflict.version` (409) */
export function checkVersion(client: ClientRow, version: number): void {
  if (client.version !== version) throw versionConflict();
}
