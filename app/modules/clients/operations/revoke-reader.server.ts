import { operationsOn } from '#platform/operations/operation.server.ts';
import { fieldProblem } from '#platform/problem.ts';
import { readerInput } from '../client.schemas.ts';
import { loadClient, relationsToSubject } from '../client-subject.server.ts';
import type { ClientTables } from '../client.tables.server.ts';

/** Takes a reader from a restricted file. One must stay. @throws `last-reader`, `not-a-reader` at `staffId` */
export const revokeReader = operationsOn<ClientTables>()({
  name: 'client.revoke-reader',
  input: readerInput,
  subject: 'client',
  async load(context, input) {
    const client = await loadClient(context, input);
    return client?.restricted ? client : undefined;
  },
  relations: relationsToSubject,
  async run({ tx }, input, client) {
    const readers = await tx
      .selectFrom('restricted_reader')
      .select('staff_id')
      .where('client_id', '=', client.id)
      .forUpdate()
      .execute();
    if (!readers.some((reader) => reader.staff_id === input.staffId))
      throw fieldProblem('staffId', 'not-a-reader');
    if (readers.length === 1) throw fieldProblem('staffId', 'last-reader');
    await tx
      .deleteFrom('restricted_reader')
      .where('client_id', '=', client.id)
      .where('staff_id', '=', input.staffId)
      .execute();
    return {
      result: { clientId: client.id, staffId: input.staffId },
      audit: {
        subjectId: client.id,
        clientId: client.id,
        fields: ['reader'],
        itemIds: [input.staffId],
        ...(input.reason && { detail: { reason: input.reason }, detailKey: client.id }),
      },
    };
  },
});
