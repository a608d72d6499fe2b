import type { OperationContext } from '#platform/operations/operation.server.ts';
import { loadClient } from './client-subject.server.ts';
import type { ClientTables } from './client.tables.server.ts';
import { consentsInForce } from './client-door.server.ts';
import { consentRows } from './consent-rows.server.ts';
import type { ConsentWithdrawn } from './consent-withdrawn.ts';
import { requireStaffActor } from './require-staff-actor.ts';
import { stopConsent } from './stop-consent.server.ts';

const endable = ['given', 'not_possible_vital_interest'];

/**
 * A person takes a yes back while something else is being done for them, in that operation's own transaction: the same
 * rows and the same effects as `consent.withdraw`. Returns the purposes that ended; none where there was no yes.
 * @param reactions what the other modules do at once, given by whoever composes them
 */
export async function withdrawPurposes(
  // oxlint-disable-next-line typescript/no-explicit-any -- another module's operation, with its own tables
  context: OperationContext<any>,
  clientId: string,
  wanted: readonly string[],
  reactions: readonly ConsentWithdrawn[],
): Promise<string[]> {
  const { house, actor, now, today } = context;
  const own: OperationContext<ClientTables> = { ...context, tx: context.on<ClientTables>() };
  const { staffId } = requireStaffActor(actor);
  const client = await loadClient(own, { clientId });
  if (!client) return [];
  const ending = (await consentsInForce(own.tx, client.id)).filter(
    ({ purpose, status }) => wanted.includes(purpose) && endable.includes(status),
  );
  if (ending.length === 0) return [];
  const purposes = ending.map(({ purpose }) => purpose).sort();
  const rows = await consentRows(
    {
      explainedIn: ending[0]?.explainedIn ?? 'en',
      explained: [],
      decisions: Object.fromEntries(purposes.map((purpose) => [purpose, 'refused' as const])),
    },
    {
      house,
      centreId: client.centre_id,
      clientId: client.id,
      restricted: client.restricted,
      staffId,
      now,
      today,
    },
  );
  await own.tx
    .insertInto('consent')
    .values(rows.map((row) => ({ ...row, status: 'withdrawn' as const })))
    .execute();
  await stopConsent(own, client.id, purposes, reactions);
  return purposes;
}
