import type { Transaction } from 'kysely';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { fieldProblem } from '#platform/problem.ts';
import { assignClientInput } from '../client.schemas.ts';
import { loadClient, relationsToSubject } from '../client-subject.server.ts';
import type { ClientTables } from '../client.tables.server.ts';
import { checkColleagues } from '../colleague.server.ts';

/** Makes a file the work of a colleague, or of nobody. @throws `not-a-colleague`, `not-a-reader` at `staffId` */
export const assignClient = operationsOn<ClientTables>()({
  name: 'client.assign',
  input: assignClientInput,
  subject: 'client',
  load: loadClient,
  relations: relationsToSubject,
  async run({ tx }, input, client) {
    if (input.staffId) await checkColleagues(tx, [input.staffId], 'staffId');
    if (input.staffId && client.restricted) await checkReader(tx, client.id, input.staffId);
    await tx.updateTable('client').set({ assigned_to: input.staffId }).where('id', '=', client.id).execute();
    return {
      result: { assignedTo: input.staffId },
      audit: { subjectId: client.id, clientId: client.id, fields: ['assigned_to'] },
    };
  },
});

/** Work on a restricted file can only go to somebody who may open it. */
async function checkReader(tx: Transaction<ClientTables>, clientId: string, staffId: string): Promise<void> {
  const reader = await tx
    .selectFrom('restricted_reader')
    .select('staff_id')
    .where('client_id', '=', clientId)
    .where('staff_id', '=', staffId)
    .executeTakeFirst();
  if (!reader) throw fieldProblem('staffId', 'not-a-reader');
}
