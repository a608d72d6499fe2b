import type { Vault } from '#platform/vault/vault.server.ts';

/** What was said, in the counsellor's words. */
export interface ContactNote {
  text: string;
}

interface NoteOwner {
  id: string;
  client_id: string | null;
}

/** The key a contact's note is under: the client's, so that erasing the client erases it; else the contact's own. */
export const noteKey = (contact: NoteOwner): string => contact.client_id ?? contact.id;

export const notePlace = (contactId: string) => ({ table: 'contact', column: 'sealed_note', row: contactId });

export const sealNote = (vault: Vault, contact: NoteOwner, text: string): Promise<Buffer> =>
  vault.seal(noteKey(contact), notePlace(contact.id), { text } satisfies ContactNote);

export const unsealNote = async (
  vault: Vault,
  contact: NoteOwner & { sealed_note: Buffer | null },
): Promise<string | undefined> =>
  contact.sealed_note
    ? (await vault.unseal<ContactNote>(noteKey(contact), notePlace(contact.id), contact.sealed_note)).text
    : undefined;

export const followUpPlace = (id: string) => ({ table: 'follow_up', column: 'sealed_note', row: id });

export const sealFollowUpNote = (
  vault: Vault,
  followUp: { id: string; client_id: string },
  text: string,
): Promise<Buffer> => vault.seal(followUp.client_id, followUpPlace(followUp.id), { text });

/** Opens the notes of many follow-ups at once; a person who was erased leaves none. */
export async function unsealFollowUpNotes(
  vault: Vault,
  rows: readonly { id: string; client_id: string; sealed_note: Buffer | null }[],
): Promise<Map<string, string>> {
  const sealed = rows.flatMap((row) =>
    row.sealed_note
      ? [{ id: row.id, keyId: row.client_id, place: followUpPlace(row.id), sealed: row.sealed_note }]
      : [],
  );
  const opened = await vault.unsealMany<ContactNote>(sealed);
  return new Map(
    sealed.flatMap((row, index) => (opened[index] ? [[row.id, opened[index].text] as const] : [])),
  );
}
