import type { House } from '#platform/house.server.ts';
import { inquiryDays } from './network.ts';

/** What one colleague writes to another about a person who is not named here. */
export interface InquiryWords {
  reason: string;
  askedBy: string;
}

const placeOf = (askId: string) => ({ table: 'network_inquiry', column: 'sealed', row: askId });

/** Seals under a key of the inquiry's own, which ends by itself: afterwards nobody reads the words. */
export async function sealInquiry(
  house: House,
  askId: string,
  words: InquiryWords,
  now: Date,
): Promise<{ keyId: string; sealed: Buffer }> {
  const ends = new Date(now.getTime() + inquiryDays * 24 * 3_600_000);
  const keyId = await house.vault.keys.forPeriod(`inquiry/${askId}`, ends);
  return { keyId, sealed: await house.vault.seal(keyId, placeOf(askId), words) };
}

/** Opens many; those whose time is over come back as undefined. */
export const unsealInquiries = (
  house: House,
  rows: readonly { ask_id: string; key_id: string; sealed: Buffer }[],
): Promise<(InquiryWords | undefined)[]> =>
  house.vault.unsealMany<InquiryWords>(
    rows.map((row) => ({ keyId: row.key_id, place: placeOf(row.ask_id), sealed: row.sealed })),
  );
