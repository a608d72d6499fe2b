import type { OperationContext } from '#platform/operations/operation.server.ts';
import type { IntegrationTables } from './integration.tables.server.ts';

/** The webhook an operation is about, locked until its end. */
export const lockWebhook = (
  { tx }: OperationContext<IntegrationTables>,
  { webhookId }: { webhookId: string },
) => tx.selectFrom('webhook').selectAll().where('id', '=', webhookId).forUpdate().executeTakeFirst();
