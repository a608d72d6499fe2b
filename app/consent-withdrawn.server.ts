import type { ConsentWithdrawn } from '#modules/clients/index.server.ts';
import { stopCalls, withdrawReminders } from '#modules/contacts/index.server.ts';
import { revokeOnWithdrawal } from '#modules/transfers/index.server.ts';

/** What the modules do at once when a person withdraws a consent. */
export const consentWithdrawn: readonly ConsentWithdrawn[] = [
  withdrawReminders,
  stopCalls,
  revokeOnWithdrawal,
];
