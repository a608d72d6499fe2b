import { operationsOn } from '#platform/operations/operation.server.ts';
import { fieldProblem } from '#platform/problem.ts';
import { clientIdInput } from '../client.schemas.ts';
import { loadClient, relationsToSubject } from '../client-subject.server.ts';
import type { ClientTables } from '../client.tables.server.ts';

/** The card was lost or is not wanted any more. @throws `no-card` when none is in use */
export const revokeCard = operationsOn<ClientTables>()({
  name: 'client.revoke-card',
  input: clientIdInput,
  subject: 'client',
  load: loadClient,
  relations: relationsToSubject,
  async run({ tx, now }, _input, client) {
    const revoked = await tx
      .updateTable('client_card')
      .set({ revoked_at: now })
      .where('client_id', '=', client.id)
      .where('revoked_at', 'is', null)
      .returning('id')
      .execute();
    if (revoked.length === 0) throw fieldProblem('clientId', 'no-card');
    return {
      result: { revoked: revoked.length },
      audit: { subjectId: client.id, clientId: client.id, fields: ['card'] },
    };
  },
});
