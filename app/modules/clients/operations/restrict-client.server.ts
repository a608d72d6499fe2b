import { sql } from 'kysely';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { Problem } from '#platform/problem.ts';
import { restrictClientInput } from '../client.schemas.ts';
import { loadClient, relationsToSubject } from '../client-subject.server.ts';
import type { ClientTables } from '../client.tables.server.ts';
import { checkColleagues } from '../colleague.server.ts';
import { requireStaffActor } from '../require-staff-actor.ts';

/**
 * Closes a file to all but named people, in every row that tells of the person. Whoever does it is one of them.
 * @throws `clients.already-restricted`, `not-a-colleague` at `readers`
 */
export const restrictClient = operationsOn<ClientTables>()({
  name: 'client.restrict',
  input: restrictClientInput,
  subject: 'client',
  load: loadClient,
  relations: relationsToSubject,
  async run({ tx, actor, now }, input, client) {
    const { staffId } = requireStaffActor(actor);
    if (client.restricted) throw new Problem('clients.already-restricted', 409);
    const readers = [...new Set([staffId, ...input.readers])];
    await checkColleagues(tx, readers, 'readers');
    await tx
      .insertInto('restricted_reader')
      .values(
        readers.map((reader) => ({
          client_id: client.id,
          staff_id: reader,
          centre_id: client.centre_id,
          granted_by: staffId,
          granted_at: now,
        })),
      )
      .execute();
    await sql`select set_client_restricted(${client.id}, true)`.execute(tx);
    return {
      result: { clientId: client.id, readers },
      audit: {
        subjectId: client.id,
        clientId: client.id,
        fields: ['restricted'],
        itemIds: readers,
        detail: { reason: input.reason },
        detailKey: client.id,
      },
    };
  },
});
