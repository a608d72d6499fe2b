import type { House } from '#platform/house.server.ts';
import type { LegalHoldRow } from './retention.tables.server.ts';

interface HoldReason {
  reason: string;
}
const placeOf = (id: string, column: 'sealed_reason' | 'sealed_end') => ({
  table: 'legal_hold',
  column,
  row: id,
});

/** Under the person's key; a hold over the whole centre is the house's. */
export const sealReason = async (
  { vault }: House,
  hold: { id: string; client_id: string | null },
  column: 'sealed_reason' | 'sealed_end',
  reason: string,
): Promise<Buffer> =>
  hold.client_id
    ? vault.seal(hold.client_id, placeOf(hold.id, column), { reason })
    : vault.sealForHouse(placeOf(hold.id, column), { reason });

export async function openReason({ vault }: House, hold: LegalHoldRow): Promise<string> {
  const place = placeOf(hold.id, 'sealed_reason');
  const { reason } = hold.client_id
    ? await vault.unseal<HoldReason>(hold.client_id, place, hold.sealed_reason)
    : vault.unsealForHouse<HoldReason>(place, hold.sealed_reason);
  return reason;
}
