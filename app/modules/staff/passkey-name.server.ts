import type { Vault } from '#platform/vault/vault.server.ts';

const placeOf = (passkeyId: string) => ({ table: 'passkey', column: 'sealed_name', row: passkeyId });

/** What its owner calls a passkey: a text of a person, so it is sealed. */
export const sealPasskeyName = (vault: Vault, passkeyId: string, name: string): Buffer =>
  vault.sealForHouse(placeOf(passkeyId), { name });
export const unsealPasskeyName = (vault: Vault, passkeyId: string, sealed: Buffer): string =>
  vault.unsealForHouse<{ name: string }>(placeOf(passkeyId), sealed).name;

/** By what a device tells accounts apart. It says nothing to whoever finds it there. */
export const userHandleOf = (vault: Vault, staffId: string): Buffer => vault.mac('passkey-user', staffId);
