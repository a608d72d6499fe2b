import type { OperationContext } from '#platform/operations/operation.server.ts';
import type { ContactTables } from './contact.tables.server.ts';

/** When somebody leaves: their open follow-ups pass to a colleague. Returns how many. */
export async function handOverFollowUps(
  context: { on: OperationContext<unknown>['on'] },
  from: string,
  to: string,
): Promise<number> {
  const moved = await context
    .on<ContactTables>()
    .updateTable('follow_up')
    .set({ assigned_to: to })
    .where('assigned_to', '=', from)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  return Number(moved.numUpdatedRows);
}
