import type { House } from '../house.server.ts';

/** A secret that somebody has just proven to be theirs, while it is still at hand. It is kept nowhere. */
export type ProvenSecret =
  | { staffId: string; passphrase: string }
  /** What a passkey derived: 32 bytes. */
  | { staffId: string; credentialId: string; derived: Buffer };

/** What is done with it, after the sign-in stands. */
export type SecretProven = (house: House, proven: ProvenSecret) => Promise<void>;

const place = 'secret-proven';
const toldOf = (house: House) => house.resources.get(place) as Set<SecretProven> | undefined;

/** Whoever puts the parts of a house together says who hears of proven secrets. */
export function whenProven(house: House, told: SecretProven): void {
  house.resources.set(place, (toldOf(house) ?? new Set<SecretProven>()).add(told));
}

/** Whoever signed in rightly is in, whatever comes of it. */
export async function tellProven(house: House, proven: ProvenSecret): Promise<void> {
  for (const told of toldOf(house) ?? []) {
    try {
      await told(house, proven);
    } catch (error) {
      house.log.error('proven-secret-not-kept', error);
    }
  }
}
