import type { OperationContext } from '#platform/operations/operation.server.ts';

/**
 * What another module does at once, in the same transaction, when a person takes back a yes: reminders that were
 * planned are dropped, messages that wait are not sent.
 */
export type ConsentWithdrawn = (
  // oxlint-disable-next-line typescript/no-explicit-any -- each module narrows the tables to its own through `on`
  context: Pick<OperationContext<any>, 'house' | 'actor' | 'on' | 'now' | 'today' | 'enqueue'>,
  withdrawn: { clientId: string; purposes: readonly string[] },
) => Promise<void>;
