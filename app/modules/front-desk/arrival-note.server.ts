import type { Vault } from '#platform/vault/vault.server.ts';

/** By what somebody waiting is recognised, in the receptionist's words. */
interface ArrivalNote {
  text: string;
}

/** Weeks after its own in which a note can still be read; then its key is destroyed. */
const keepWeeks = 1;

const placeOf = (arrivalId: string) => ({ table: 'arrival', column: 'sealed_note', row: arrivalId });

export async function sealArrivalNote(
  vault: Vault,
  arrivalId: string,
  text: string | undefined,
  now: Date,
): Promise<{ sealed_note: Buffer; note_key: string } | { sealed_note: null; note_key: null }> {
  if (!text) return { sealed_note: null, note_key: null };
  const keyId = await vault.weekKey('arrival-notes', now, keepWeeks);
  return {
    note_key: keyId,
    sealed_note: await vault.seal(keyId, placeOf(arrivalId), { text } satisfies ArrivalNote),
  };
}

interface SealedNote {
  id: string;
  sealed_note: Buffer | null;
  note_key: string | null;
}

/** Opens the notes of many arrivals at once, by arrival; a note whose key has expired is left out. */
export async function unsealArrivalNotes(
  vault: Vault,
  rows: readonly SealedNote[],
): Promise<Map<string, string>> {
  const sealed = rows.flatMap((row) =>
    row.sealed_note && row.note_key
      ? [{ id: row.id, keyId: row.note_key, place: placeOf(row.id), sealed: row.sealed_note }]
      : [],
  );
  const opened = await vault.unsealMany<ArrivalNote>(sealed);
  return new Map(
    sealed.flatMap((row, index) => (opened[index] ? [[row.id, opened[index].text] as const] : [])),
  );
}
