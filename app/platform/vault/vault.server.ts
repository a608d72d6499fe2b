import { createHmac } from 'node:crypto';
import type { Pool } from 'pg';
import { createKeyStore, type KeyStore } from './key-store.server.ts';
import { deriveKey } from './root-key.server.ts';
import { type Place, seal, unseal } from './seal.server.ts';

/** Everything that seals, opens, or recognises without reading. The only holder of keys. */
export interface Vault {
  keys: KeyStore;
  /** Seals under a person's, record's or period's key. */
  seal(keyId: string, place: Place, value: unknown): Promise<Buffer>;
  /** @throws Problem `vault.key-missing` when the person was erased */
  unseal<Value>(keyId: string, place: Place, sealed: Buffer): Promise<Value>;
  /** Opens rows that each have their own key; rows whose key is gone come back as undefined. */
  unsealMany<Value>(
    rows: readonly { keyId: string; place: Place; sealed: Buffer }[],
  ): Promise<(Value | undefined)[]>;
  /** Seals what belongs to the house rather than to a client: staff identities, TOTP seeds. */
  sealForHouse(place: Place, value: unknown): Buffer;
  unsealForHouse<Value>(place: Place, sealed: Buffer): Value;
  /** Keyed hash of a value that must be found again without being readable (e-mail, card number, body). */
  mac(kind: string, value: string): Buffer;
  /** HMAC of the audit chain. */
  auditMac(text: string): Buffer;
  /** Key id for things that live for a limited time (drafts, first answers): one key a week. */
  weekKey(kind: string, now: Date, weeks: number): Promise<string>;
  backupKey(): Buffer;
  /** Only for the bulk loader of the index: the key that wraps all others. */
  wrappingKey(): Buffer;
}

const week = 7 * 24 * 3600 * 1000;

export function createVault(root: Buffer, keysPool: Pool): Vault {
  const wrapping = deriveKey(root, 'wrap');
  const keys = createKeyStore(keysPool, wrapping);
  const house = deriveKey(root, 'house');
  const lookup = deriveKey(root, 'lookup');
  const audit = deriveKey(root, 'audit');
  const backup = deriveKey(root, 'backup');
  return {
    keys,
    async seal(keyId, place, value) {
      return seal(await keys.open(keyId), place, value);
    },
    async unseal(keyId, place, sealed) {
      return unseal(await keys.open(keyId), place, sealed);
    },
    async unsealMany<Value>(rows: readonly { keyId: string; place: Place; sealed: Buffer }[]) {
      const opened = await keys.openMany([...new Set(rows.map((row) => row.keyId))]);
      return rows.map((row) => {
        const key = opened.get(row.keyId);
        return key ? unseal<Value>(key, row.place, row.sealed) : undefined;
      });
    },
    sealForHouse: (place, value) => seal(house, place, value),
    unsealForHouse: (place, sealed) => unseal(house, place, sealed),
    mac: (kind, value) => createHmac('sha256', lookup).update(`${kind}\u0000${value}`).digest(),
    auditMac: (text) => createHmac('sha256', audit).update(text).digest(),
    weekKey(kind, now, weeks) {
      const number = Math.floor(now.getTime() / week);
      return keys.forPeriod(`${kind}/${number}`, new Date((number + 1 + weeks) * week));
    },
    backupKey: () => backup,
    wrappingKey: () => wrapping,
  };
}
