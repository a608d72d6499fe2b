import { consentWithdrawn } from '#app/consent-withdrawn.server.ts';
import type { OperationContext } from '#platform/operations/operation.server.ts';
import type { ClientTables } from './client.tables.server.ts';
import { stopConsent } from './stop-consent.server.ts';

/** A yes has ended: what waited to reach the person is stopped, in this same transaction. */
export const endConsent = (
  context: OperationContext<ClientTables>,
  clientId: string,
  purposes: readonly string[],
): Promise<void> => stopConsent(context, clientId, purposes, consentWithdrawn);
