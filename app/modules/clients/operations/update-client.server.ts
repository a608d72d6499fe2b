import { operationsOn } from '#platform/operations/operation.server.ts';
import { fieldProblem } from '#platform/problem.ts';
import { centreSwitches, type CentreTables } from '#modules/centres/index.server.ts';
import { rewriteFile } from '../client-revision.server.ts';
import { updateClientInput } from '../client.schemas.ts';
import { checkVersion, loadClient, relationsToSubject } from '../client-subject.server.ts';
import type { ClientTables } from '../client.tables.server.ts';
import { consentsInForce } from '../client-door.server.ts';
import { isAgreed } from '../consent.ts';
import { unseenPart } from '../identity-view.ts';
import { describePerson } from '../person-file.ts';
import { lookForPairsAgain } from '../kept-pairs.server.ts';
import { checkRequired } from '../required-fields.ts';
import { requireStaffActor } from '../require-staff-actor.ts';

/**
 * Replaces what a file says of a person, except how to reach them. The former state is kept, sealed.
 * @throws `conflict.version` when somebody saved in between, `no-status-without-consent` at `legalStatus`
 */
export const updateClient = operationsOn<ClientTables>()({
  name: 'client.update',
  input: updateClientInput,
  subject: 'client',
  load: loadClient,
  relations: relationsToSubject,
  async run(context, input, client) {
    const { house, tx, actor, now, today } = context;
    const { staffId } = requireStaffActor(actor);
    checkVersion(client, input.version);
    checkRequired(await centreSwitches(context.on<CentreTables>(), client.centre_id), input);
    if (input.legalStatus && !isAgreed(await consentsInForce(tx, client.id), 'service_and_record', today)) {
      throw fieldProblem('legalStatus', 'no-status-without-consent');
    }
    const { facts, identity: described } = describePerson(input, { phones: [] }, today);
    const { changed, version, identity } = await rewriteFile({
      house,
      tx,
      client,
      facts,
      staffId,
      now,
      rewrite: ({ phones, messageApp, email, contactWarning, ...before }) => ({
        ...described,
        ...unseenPart(actor, { phones, ...before }),
        phones,
        ...(messageApp && { messageApp }),
        ...(email && { email }),
        ...(contactWarning && { contactWarning }),
      }),
    });
    await lookForPairsAgain(
      context,
      { clientId: client.id, centreId: client.centre_id, facts, identity },
      changed,
    );
    return {
      result: { clientId: client.id, version },
      audit: { subjectId: client.id, clientId: client.id, fields: changed },
    };
  },
});
