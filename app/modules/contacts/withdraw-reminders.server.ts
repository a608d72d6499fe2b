import type { OperationContext } from '#platform/operations/operation.server.ts';
import type { ContactTables } from './contact.tables.server.ts';

/** When a person withdraws the consent to be contacted: no planned reminder goes out any more. */
export async function withdrawReminders(context: { on: OperationContext<unknown>['on'] }, clientId: string): Promise<void> {
  await context.on<ContactTables>()
    .updateTable('follow_up')
    .set({ reminder: 'withdrawn' })
    .where('client_id', '=', clientId)
    .where('reminder', '=', 'planned')
    .execute();
}
