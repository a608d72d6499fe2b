import { sql } from 'kysely';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { Problem } from '#platform/problem.ts';
import { unrestrictClientInput } from '../client.schemas.ts';
import { loadClient, relationsToSubject } from '../client-subject.server.ts';
import type { ClientTables } from '../client.tables.server.ts';

/** Opens a restricted file again. Only one of its readers can load it at all. @throws `clients.not-restricted` */
export const unrestrictClient = operationsOn<ClientTables>()({
  name: 'client.unrestrict',
  input: unrestrictClientInput,
  subject: 'client',
  load: loadClient,
  relations: relationsToSubject,
  async run({ tx }, input, client) {
    if (!client.restricted) throw new Problem('clients.not-restricted', 409);
    await sql`select set_client_restricted(${client.id}, false)`.execute(tx);
    await tx.deleteFrom('restricted_reader').where('client_id', '=', client.id).execute();
    return {
      result: { clientId: client.id },
      audit: {
        subjectId: client.id,
        clientId: client.id,
        fields: ['restricted'],
        detail: { reason: input.reason },
        detailKey: client.id,
      },
    };
  },
});
