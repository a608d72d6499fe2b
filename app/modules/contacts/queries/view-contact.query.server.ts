import { z } from 'zod';
import { adviceOfContact } from '#modules/advice/index.server.ts';
import { clientLabels, relationsToClient } from '#modules/clients/index.server.ts';
import { namesOfStaff } from '#modules/staff/index.server.ts';
import { queriesOn } from '#platform/operations/query.server.ts';
import { noteKey, unsealNote } from '../contact-note.server.ts';
import type { ContactTables } from '../contact.tables.server.ts';
import { type ContactRevision, revisionPlace } from '../keep-revision.server.ts';
import { relationsToContact } from '../lock-contact.server.ts';

/** One contact with its note, the people it was with, and its earlier versions with the reasons for change. */
export const viewContact = queriesOn<ContactTables>()({
  name: 'contact.view',
  params: z.object({ contactId: z.uuid() }),
  subject: 'contact',
  audit: 'viewed',
  async run(context, { contactId }) {
    const { house, actor, tx, today } = context;
    const contact = await tx.selectFrom('contact').selectAll().where('id', '=', contactId).executeTakeFirst();
    if (!contact) return undefined;
    const participants = await tx
      .selectFrom('contact_client')
      .select('client_id')
      .where('contact_id', '=', contactId)
      .execute();
    const stored = await tx
      .selectFrom('contact_revision')
      .selectAll()
      .where('contact_id', '=', contactId)
      .orderBy('version', 'desc')
      .execute();
    const revisions = await house.vault.unsealMany<ContactRevision>(
      stored.map((row) => ({
        keyId: noteKey(contact),
        place: revisionPlace(contactId, row.version),
        sealed: row.sealed,
      })),
    );
    const clientIds = [
      ...new Set([
        ...(contact.client_id ? [contact.client_id] : []),
        ...participants.map((row) => row.client_id),
      ]),
    ];
    const labels = await clientLabels(context, clientIds);
    const names = await namesOfStaff(context, [
      contact.counsellor_id,
      contact.recorded_by,
      ...(contact.voided_by ? [contact.voided_by] : []),
      ...stored.map((row) => row.changed_by),
    ]);
    const { sealed_note: _, ...facts } = contact;
    return {
      answer: {
        contact: {
          ...facts,
          started_at: contact.started_at.toISOString(),
          recorded_at: contact.recorded_at.toISOString(),
          voided_at: contact.voided_at?.toISOString() ?? null,
        },
        note: await unsealNote(house.vault, contact),
        clients: clientIds.map((id) => ({ id, ...labels.get(id) })),
        advice: await adviceOfContact(context, contactId),
        names: Object.fromEntries(names),
        revisions: stored.map((row, index) => ({
          version: row.version,
          changedAt: row.changed_at.toISOString(),
          changedBy: names.get(row.changed_by) ?? '',
          reason: revisions[index]?.reason ?? '',
          note: revisions[index]?.note,
          before: revisions[index]?.before,
        })),
      },
      relations: [
        ...relationsToContact(actor, contact),
        ...(contact.client_id ? await relationsToClient(tx, actor, contact.client_id, today) : []),
      ],
      viewed: {
        subjectId: contactId,
        clientId: contact.client_id ?? undefined,
        itemIds: clientIds,
        fields: ['conversation', 'note'],
      },
    };
  },
});
