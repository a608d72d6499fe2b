import { loadClientForService, relationsToClient } from '#modules/clients/index.server.ts';
import { type OperationContext, operationsOn } from '#platform/operations/operation.server.ts';
import { fieldProblem } from '#platform/problem.ts';
import { planFollowUpInput } from '../contact.schemas.ts';
import type { ContactTables } from '../contact.tables.server.ts';
import { insertFollowUp } from '../insert-follow-up.server.ts';

/**
 * Plans to reach somebody again.
 * @throws Problem `input.invalid` on `dueOn` (over), `way` (the person did not agree to be reached so) or
 * `contactId` (no contact with this person)
 */
export const planFollowUp = operationsOn<ContactTables>()({
  name: 'follow-up.plan',
  input: planFollowUpInput,
  subject: 'follow-up',
  load: (context, input) => loadClientForService(context, input.clientId),
  relations: ({ actor, tx, today }, client) => relationsToClient(tx, actor, client.id, today),
  async run(context, input, client) {
    if (input.contactId) await requireContactWith(context, input.contactId, client.id);
    const followUpId = await insertFollowUp(context, client, input);
    return {
      result: { followUpId },
      audit: { subjectId: followUpId, clientId: client.id, fields: ['follow-up'] },
    };
  },
});

/** A follow-up comes from a conversation with the same person. */
async function requireContactWith(
  { tx }: OperationContext<ContactTables>,
  contactId: string,
  clientId: string,
): Promise<void> {
  const found = await tx
    .selectFrom('contact_client')
    .select('contact_id')
    .where('contact_id', '=', contactId)
    .where('client_id', '=', clientId)
    .executeTakeFirst();
  if (!found) throw fieldProblem('contactId', 'not-valid');
}
