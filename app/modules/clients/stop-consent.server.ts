import type { OperationContext } from '#platform/operations/operation.server.ts';
import type { ClientTables } from './client.tables.server.ts';
import type { ConsentWithdrawn } from './consent-withdrawn.ts';

interface OutboxTables {
  outbox: { id: string; client_id: string | null; state: string; settled_at: Date | null };
}

/** Purposes whose end also stops every message that waits to leave the house. */
const stopsMessages = new Set(['service_and_record', 'contact_by_phone', 'contact_by_message']);

/** A yes has ended: what waited to reach the person is stopped, in this same transaction. @param reactions of other modules */
export async function stopConsent(
  context: OperationContext<ClientTables>,
  clientId: string,
  purposes: readonly string[],
  reactions: readonly ConsentWithdrawn[],
): Promise<void> {
  if (purposes.length === 0) return;
  if (purposes.some((purpose) => stopsMessages.has(purpose))) {
    await context
      .on<OutboxTables>()
      .updateTable('outbox')
      .set({ state: 'withdrawn', settled_at: context.now })
      .where('client_id', '=', clientId)
      .where('state', '=', 'waiting')
      .execute();
  }
  for (const react of reactions) await react(context, { clientId, purposes });
}
