import { operationsOn } from '#platform/operations/operation.server.ts';
import { loadClient, relationsToSubject } from '../client-subject.server.ts';
import type { ClientTables } from '../client.tables.server.ts';
import { consentsInForce } from '../client-door.server.ts';
import { checkConsentTalk, consentRows } from '../consent-rows.server.ts';
import { recordConsentInput } from '../consent.schemas.ts';
import { endConsent } from '../end-consent.server.ts';
import { requireStaffActor } from '../require-staff-actor.ts';

/**
 * Records new decisions by purpose; the newest of a purpose is in force, earlier ones stay as proof. A no to what was
 * agreed to before has the effect of a withdrawal.
 * @throws as `checkConsentTalk`
 */
export const recordConsent = operationsOn<ClientTables>()({
  name: 'consent.record',
  input: recordConsentInput,
  subject: 'consent',
  load: loadClient,
  relations: relationsToSubject,
  async run(context, input, client) {
    const { house, tx, actor, now, today } = context;
    const { staffId } = requireStaffActor(actor);
    checkConsentTalk(input, client.minor, today);
    const before = await consentsInForce(tx, client.id);
    const rows = await consentRows(input, {
      house,
      centreId: client.centre_id,
      clientId: client.id,
      restricted: client.restricted,
      staffId,
      now,
      today,
    });
    await tx.insertInto('consent').values(rows).execute();
    const ended = rows.filter(
      (row) =>
        row.status === 'refused' &&
        before.some((old) => old.purpose === row.purpose && old.status === 'given'),
    );
    await endConsent(
      context,
      client.id,
      ended.map((row) => row.purpose),
    );
    return {
      result: { clientId: client.id, decisions: rows.length },
      audit: { subjectId: client.id, clientId: client.id, fields: Object.keys(input.decisions).sort() },
    };
  },
});
