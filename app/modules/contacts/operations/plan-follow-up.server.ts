import { loadClientForService, relationsToClient } from '#modules/clients/index.server.ts';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { planFollowUpInput } from '../contact.schemas.ts';
import type { ContactTables } from '../contact.tables.server.ts';
import { insertFollowUp } from '../insert-follow-up.server.ts';

/**
 * Plans to reach somebody again.
 * @throws Problem `input.invalid` on `dueOn` (over) or `way` (the person did not agree to be reached so)
 */
export const planFollowUp = operationsOn<ContactTables>()({
  name: 'follow-up.plan',
  input: planFollowUpInput,
  subject: 'follow-up',
  load: (context, input) => loadClientForService(context, input.clientId),
  relations: ({ actor, tx, today }, client) => relationsToClient(tx, actor, client.id, today),
  async run(context, input, client) {
    const followUpId = await insertFollowUp(context, client, input);
    return {
      result: { followUpId },
      audit: { subjectId: followUpId, clientId: client.id, fields: ['follow-up'] },
    };
  },
});
