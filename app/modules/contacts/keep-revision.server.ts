import type { OperationContext } from '#platform/operations/operation.server.ts';
import { noteKey } from './contact-note.server.ts';
import type { ContactRow, ContactTables } from './contact.tables.server.ts';

/** A contact as it stood before a correction or a voiding, and why it was changed. */
export interface ContactRevision {
  reason: string;
  note?: string;
  before: Omit<ContactRow, 'sealed_note'>;
}

export const revisionPlace = (contactId: string, version: number) => ({
  table: 'contact_revision',
  column: 'sealed',
  row: `${contactId}/${version}`,
});

/** Keeps the contact's present version, sealed under the same key as its note. */
export async function keepRevision(
  { house, actor, tx, now }: OperationContext<ContactTables>,
  contact: ContactRow,
  why: { reason: string; note: string | undefined },
): Promise<void> {
  const { sealed_note: _, ...before } = contact;
  const revision: ContactRevision = { reason: why.reason, note: why.note, before };
  await tx
    .insertInto('contact_revision')
    .values({
      contact_id: contact.id,
      version: contact.version,
      centre_id: contact.centre_id,
      restricted: contact.restricted,
      client_id: contact.client_id,
      sealed: await house.vault.seal(noteKey(contact), revisionPlace(contact.id, contact.version), revision),
      changed_by: actor.staffId ?? contact.recorded_by,
      changed_at: now,
    })
    .execute();
}
