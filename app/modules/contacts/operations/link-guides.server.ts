import { operationsOn } from '#platform/operations/operation.server.ts';
import { Problem } from '#platform/problem.ts';
import { linkGuidesInput } from '../contact.schemas.ts';
import type { ContactTables } from '../contact.tables.server.ts';
import { lockContact, relationsToContact } from '../lock-contact.server.ts';
import { rememberAdvice } from '../remember-advice.server.ts';

/**
 * Says which published pages were shown in a conversation; the versions of now are kept with it. A page that is linked
 * already stays as it was.
 * @throws Problem `contact.voided`; `input.invalid` on `guideIds` for a page that is not published
 */
export const linkGuides = operationsOn<ContactTables>()({
  name: 'contact.link-guides',
  input: linkGuidesInput,
  subject: 'contact',
  load: ({ tx }, input) => lockContact(tx, input.contactId),
  relations: ({ actor }, contact) => relationsToContact(actor, contact),
  async run(context, { contactId, guideIds }, contact) {
    if (contact.voided_at) throw new Problem('contact.voided', 409);
    await rememberAdvice(context, contact, guideIds);
    return {
      result: { contactId },
      audit: {
        subjectId: contactId,
        clientId: contact.client_id ?? undefined,
        count: guideIds.length,
        fields: ['advice'],
      },
    };
  },
});
