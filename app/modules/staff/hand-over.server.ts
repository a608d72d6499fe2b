import type { OperationContext } from '#platform/operations/operation.server.ts';

/**
 * Passes a leaver's open work of one kind to a colleague, inside the transaction that closes the account:
 * open follow-ups, people assigned. The modules that own such work offer one; `app/hand-over.server.ts` collects them.
 * @returns how many things passed on
 */
export type HandOver = (
  context: OperationContext<unknown>,
  fromStaffId: string,
  toStaffId: string,
) => Promise<number>;
