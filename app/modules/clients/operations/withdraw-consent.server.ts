import { operationsOn } from '#platform/operations/operation.server.ts';
import { fieldProblem } from '#platform/problem.ts';
import { loadClient, relationsToSubject } from '../client-subject.server.ts';
import type { ClientTables } from '../client.tables.server.ts';
import { consentsInForce } from '../client-door.server.ts';
import { consentRows } from '../consent-rows.server.ts';
import { withdrawConsentInput } from '../consent.schemas.ts';
import { endConsent } from '../end-consent.server.ts';
import { requireStaffActor } from '../require-staff-actor.ts';

const endable = ['given', 'not_possible_vital_interest'];

/**
 * A person takes back a yes. No reason is owed and nothing stands in the way; it counts from this moment: what waited
 * to be sent to them is withdrawn in the same transaction. What was recorded stays until the file itself ends.
 * @throws `nothing-to-withdraw` at `purposes` when none of them was agreed to
 */
export const withdrawConsent = operationsOn<ClientTables>()({
  name: 'consent.withdraw',
  input: withdrawConsentInput,
  subject: 'consent',
  load: loadClient,
  relations: relationsToSubject,
  async run(context, input, client) {
    const { house, tx, actor, now, today } = context;
    const { staffId } = requireStaffActor(actor);
    const inForce = await consentsInForce(tx, client.id);
    const ending = inForce.filter(
      (consent) =>
        input.purposes.some((purpose) => purpose === consent.purpose) && endable.includes(consent.status),
    );
    if (ending.length === 0) throw fieldProblem('purposes', 'nothing-to-withdraw');
    const purposes = ending.map((consent) => consent.purpose).sort();
    const rows = await consentRows(
      {
        explainedIn: ending[0]?.explainedIn ?? 'en',
        explained: [],
        ...(input.reason && { reason: input.reason }),
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
    await tx
      .insertInto('consent')
      .values(rows.map((row) => ({ ...row, status: 'withdrawn' as const })))
      .execute();
    await endConsent(context, client.id, purposes);
    return {
      result: { clientId: client.id, withdrawn: purposes },
      audit: { subjectId: client.id, clientId: client.id, fields: purposes },
    };
  },
});
