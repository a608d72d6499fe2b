import { operationsOn } from '#platform/operations/operation.server.ts';
import { rewriteFile } from '../client-revision.server.ts';
import { setSafeContactInput } from '../client.schemas.ts';
import { checkVersion, loadClient, relationsToSubject } from '../client-subject.server.ts';
import type { ClientTables } from '../client.tables.server.ts';
import { safeContactOf } from '../person-file.ts';
import { lookForPairsAgain } from '../kept-pairs.server.ts';
import { requireStaffActor } from '../require-staff-actor.ts';
import { countableReach } from '../safe-contact.ts';

/** Replaces how a person can be reached without harm: phones, app, e-mail, warning. @throws `conflict.version`, `not-a-phone` */
export const setSafeContact = operationsOn<ClientTables>()({
  name: 'client.set-safe-contact',
  input: setSafeContactInput,
  subject: 'client',
  load: loadClient,
  relations: relationsToSubject,
  async run(context, input, client) {
    const { house, tx, actor, now } = context;
    const { staffId, centre } = requireStaffActor(actor);
    checkVersion(client, input.version);
    const safe = safeContactOf(input, centre.country);
    const { changed, version, identity } = await rewriteFile({
      house,
      tx,
      client,
      staffId,
      now,
      facts: countableReach(safe),
      rewrite: ({ messageApp: _app, email: _email, contactWarning: _warning, ...rest }) => ({
        ...rest,
        ...safe,
      }),
    });
    await lookForPairsAgain(
      context,
      { clientId: client.id, centreId: client.centre_id, facts: client, identity },
      changed,
    );
    return {
      result: { clientId: client.id, version },
      audit: { subjectId: client.id, clientId: client.id, fields: changed },
    };
  },
});
