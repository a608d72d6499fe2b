import { operationsOn } from '#platform/operations/operation.server.ts';
import { Problem, versionConflict } from '#platform/problem.ts';
import { sealNote, unsealNote } from '../contact-note.server.ts';
import { correctContactInput } from '../contact.schemas.ts';
import type { ContactTables } from '../contact.tables.server.ts';
import { checkConversation, conversationColumns, visitorColumns } from '../conversation-columns.server.ts';
import { keepRevision } from '../keep-revision.server.ts';
import { lockContact, relationsToContact } from '../lock-contact.server.ts';

/**
 * Corrects a recorded contact, with a reason. The old version is kept, sealed. For whom it was does not change:
 * a contact with the wrong person is voided and recorded anew.
 *
 * @throws Problem `conflict.version` when somebody corrected it meanwhile, `contact.voided`
 */
export const correctContact = operationsOn<ContactTables>()({
  name: 'contact.correct',
  input: correctContactInput,
  subject: 'contact',
  load: ({ tx }, input) => lockContact(tx, input.contactId),
  relations: ({ actor }, contact) => relationsToContact(actor, contact),
  async run(context, input, contact) {
    const { house, actor, tx, today } = context;
    if (contact.voided_at) throw new Problem('contact.voided', 409);
    if (contact.version !== input.version) throw versionConflict();
    const corrected = { ...input, occurredOn: input.occurredOn ?? contact.occurred_on };
    checkConversation(corrected, context);
    const noteBefore = await unsealNote(house.vault, contact);
    await keepRevision(context, contact, { note: noteBefore, reason: input.reason });

    const columns = conversationColumns(corrected, {
      now: contact.started_at,
      today,
      timeZone: actor.centre?.timeZone ?? 'UTC',
    });
    await tx
      .updateTable('contact')
      .set({
        ...columns,
        ...(contact.who !== 'client' && input.facts ? visitorColumns(input.facts) : {}),
        entered_later: contact.entered_later || columns.entered_later,
        sealed_note: input.note ? await sealNote(house.vault, contact, input.note) : null,
        version: contact.version + 1,
      })
      .where('id', '=', contact.id)
      .execute();
    await tx
      .updateTable('contact_client')
      .set({ occurred_on: columns.occurred_on })
      .where('contact_id', '=', contact.id)
      .execute();
    return {
      result: { contactId: contact.id, version: contact.version + 1 },
      audit: {
        subjectId: contact.id,
        clientId: contact.client_id ?? undefined,
        fields: ['conversation', ...(input.note === noteBefore ? [] : ['note'])],
      },
    };
  },
});
