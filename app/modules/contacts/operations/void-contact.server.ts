import { operationsOn } from '#platform/operations/operation.server.ts';
import { Problem, versionConflict } from '#platform/problem.ts';
import { unsealNote } from '../contact-note.server.ts';
import { voidContactInput } from '../contact.schemas.ts';
import type { ContactTables } from '../contact.tables.server.ts';
import { keepRevision } from '../keep-revision.server.ts';
import { lockContact, relationsToContact } from '../lock-contact.server.ts';

/**
 * Takes a contact out of every count, with a reason: recorded twice, or with the wrong person.
 * The row stays, marked, with what it said; follow-ups that came from it are closed.
 *
 * @throws Problem `conflict.version`, `contact.voided`
 */
export const voidContact = operationsOn<ContactTables>()({
  name: 'contact.void',
  input: voidContactInput,
  subject: 'contact',
  load: ({ tx }, input) => lockContact(tx, input.contactId),
  relations: ({ actor }, contact) => relationsToContact(actor, contact),
  async run(context, input, contact) {
    const { house, actor, tx, now } = context;
    if (contact.voided_at) throw new Problem('contact.voided', 409);
    if (contact.version !== input.version) throw versionConflict();
    await keepRevision(context, contact, {
      note: await unsealNote(house.vault, contact),
      reason: input.reason,
    });
    await tx
      .updateTable('contact')
      .set({ voided_at: now, voided_by: actor.staffId ?? null, version: contact.version + 1 })
      .where('id', '=', contact.id)
      .execute();
    await tx
      .updateTable('contact_client')
      .set({ voided: true })
      .where('contact_id', '=', contact.id)
      .execute();
    await tx
      .updateTable('follow_up')
      .set({
        outcome: 'no_longer_needed',
        closed_at: now,
        closed_by: actor.staffId ?? null,
        reminder: 'withdrawn',
      })
      .where('contact_id', '=', contact.id)
      .where('closed_at', 'is', null)
      .execute();
    return {
      result: { contactId: contact.id, version: contact.version + 1 },
      audit: { subjectId: contact.id, clientId: contact.client_id ?? undefined, fields: ['voided'] },
    };
  },
});
