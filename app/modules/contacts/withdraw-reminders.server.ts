import type { OperationContext } from '#platform/operations/operation.server.ts';
import type { ContactTables } from './contact.tables.server.ts';

const stopsReminders = new Set(['service_and_record', 'contact_by_message']);

/** When a person takes back the consent to be written to, or to be on file: no planned reminder goes out any more. */
export async function withdrawReminders(
  context: { on: OperationContext<unknown>['on'] },
  withdrawn: { clientId: string; purposes: readonly string[] },
): Promise<void> {
  if (!withdrawn.purposes.some((purpose) => stopsReminders.has(purpose))) return;
  await context
    .on<ContactTables>()
    .updateTable('follow_up')
    .set({ reminder: 'withdrawn' })
    .where('client_id', '=', withdrawn.clientId)
    .where('reminder', '=', 'planned')
    .execute();
}
