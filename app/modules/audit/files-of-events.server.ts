import type { Transaction } from 'kysely';
import type { ClientTables } from '#modules/clients/index.server.ts';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** File numbers by client, without names. Files out of the reader's reach are left out. */
export async function fileNumbers(
  tx: Transaction<ClientTables>,
  clientIds: readonly string[],
): Promise<Map<string, string>> {
  const ids = [...new Set(clientIds)];
  if (ids.length === 0) return new Map();
  const rows = await tx.selectFrom('client').select(['id', 'file_no']).where('id', 'in', ids).execute();
  return new Map(rows.map((row) => [row.id, row.file_no]));
}

/** The client meant by a file number or an id; undefined when there is none within reach. */
export async function findFile(tx: Transaction<ClientTables>, asked: string): Promise<string | undefined> {
  const text = asked.trim();
  const query = tx.selectFrom('client').select('id');
  const row = await (uuid.test(text.toLowerCase())
    ? query.where('id', '=', text)
    : query.where('file_no', '=', text.toUpperCase())
  ).executeTakeFirst();
  return row?.id;
}
