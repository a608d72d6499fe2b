import { secretProven } from '#app/secret-proven.server.ts';
import type { House } from '#platform/house.server.ts';
import { readDerived } from './passkey-derivation.server.ts';

/** A secret that somebody has just proven to be theirs, while it is still at hand. It is kept nowhere. */
export type ProvenSecret =
  | { staffId: string; passphrase: string }
  /** What a passkey derived: 32 bytes. */
  | { staffId: string; credentialId: string; derived: Buffer };

/** What a module does with it, after the sign-in stands. `app/secret-proven.server.ts` collects them. */
export type SecretProven = (house: House, proven: ProvenSecret) => Promise<void>;

/** Whoever signed in rightly is in, whatever comes of it. */
export async function tellProven(house: House, proven: ProvenSecret): Promise<void> {
  for (const told of secretProven) {
    try {
      await told(house, proven);
    } catch (error) {
      house.log.error('proven-secret-not-kept', error);
    }
  }
}

/** As `tellProven`, where the passkey's device derives a secret. */
export async function tellProvenPasskey(house: House, staffId: string, passkey: string): Promise<void> {
  const derived = readDerived(passkey);
  if (derived) await tellProven(house, { staffId, ...derived });
}
