import type { House } from '#platform/house.server.ts';
import { tellProven } from '#platform/vault/proven-secret.server.ts';
import { readDerived } from './passkey-derivation.server.ts';

/** Tells of a passkey that was right just now, where its device derives a secret. */
export async function tellProvenPasskey(house: House, staffId: string, passkey: string): Promise<void> {
  const derived = readDerived(passkey);
  if (derived) await tellProven(house, { staffId, ...derived });
}
