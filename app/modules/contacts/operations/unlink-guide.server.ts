import { takeBackAdvice } from '#modules/advice/index.server.ts';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { Problem } from '#platform/problem.ts';
import { unlinkGuideInput } from '../contact.schemas.ts';
import type { ContactTables } from '../contact.tables.server.ts';
import { lockContact, relationsToContact } from '../lock-contact.server.ts';

/**
 * Takes a page back out of a conversation: it was linked by mistake.
 * @throws Problem `contact.advice-in-use` when it is not linked, or somebody has already been told of a change of it
 */
export const unlinkGuide = operationsOn<ContactTables>()({
  name: 'contact.unlink-guide',
  input: unlinkGuideInput,
  subject: 'contact',
  load: ({ tx }, input) => lockContact(tx, input.contactId),
  relations: ({ actor }, contact) => relationsToContact(actor, contact),
  async run(context, { contactId, guideId }, contact) {
    if (!(await takeBackAdvice(context, contactId, guideId))) throw new Problem('contact.advice-in-use', 409);
    return {
      result: { contactId },
      audit: { subjectId: contactId, clientId: contact.client_id ?? undefined, fields: ['advice'] },
    };
  },
});
