import type { Transaction } from 'kysely';
import type { ClientTables } from './client.tables.server.ts';

/**
 * When somebody leaves: the files assigned to them pass to a colleague. A restricted file goes along only where the one
 * who hands over may open it; the others wait for a new reader. Returns how many.
 */
export async function handOverClients(
  context: { on<Other>(): Transaction<Other> },
  from: string,
  to: string,
): Promise<number> {
  const moved = await context
    .on<ClientTables>()
    .updateTable('client')
    .set({ assigned_to: to })
    .where('assigned_to', '=', from)
    .where('restricted', '=', false)
    .executeTakeFirst();
  return Number(moved.numUpdatedRows);
}
