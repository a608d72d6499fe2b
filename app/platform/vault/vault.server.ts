import { createHmac, randomBytes } from 'node:crypto';
import type { Pool } from 'pg';
import { publicHalf, type SignedHead, signHead, signingKey } from '../audit/head-signature.ts';
import { Problem } from '../problem.ts';
import { createKeyStore, type KeyStore } from './key-store.server.ts';
import { deriveKey } from './root-key.server.ts';
import { wrapRootWith } from './root-wrap.server.ts';
import { type Place, seal, unseal } from './seal.server.ts';

/**
 * Everything that seals, opens, or recognises without reading. The only holder of keys. While `isSealed`, whatever needs a
 * key throws Problem `house.sealed` (423); the object itself stays the same when the house is opened.
 */
export interface Vault {
  readonly isSealed: boolean;
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
  /**
   * Keyed hash of a value that must be found again without being readable (e-mail, card number, body). While sealed only
   * `guess` is answered, under a random key that lives as long as this process: guesses must be counted then too.
   */
  mac(kind: string, value: string): Buffer;
  /** HMAC of the audit chain. */
  auditMac(text: string): Buffer;
  /** The key that the audit chains are made with, for whoever checks them elsewhere. */
  auditKey(): Buffer;
  /** Signs the end of an audit chain. */
  signHead(head: Omit<SignedHead, 'signature'>): SignedHead;
  /** The public half of the key that signs them, 32 bytes; no secret. */
  headsKey(): Buffer;
  /** Key id for things that live for a limited time (drafts, first answers): one key a week. */
  weekKey(kind: string, now: Date, weeks: number): Promise<string>;
  backupKey(): Buffer;
  /** Only for the bulk loader of the index: the key that wraps all others. */
  wrappingKey(): Buffer;
  /**
   * The root key sealed under another secret of 32 bytes, for a person who may unlock. `unwrapRootWith` takes it out again.
   * @param context whose wrap it is; the same text opens it
   */
  wrapRoot(secret: Buffer, context: string): Buffer;
}

/** The vault together with what only the house may do to it. */
export interface VaultDoor {
  vault: Vault;
  /** Opens it with a copy of the root key. */
  open(root: Buffer): void;
  /** Overwrites every key in the memory that can be overwritten. */
  close(): void;
}

interface Keyring {
  root: Buffer;
  wrapping: Buffer;
  house: Buffer;
  lookup: Buffer;
  audit: Buffer;
  heads: Buffer;
  backup: Buffer;
}

const week = 7 * 24 * 3600 * 1000;
/** Hashes that nothing is found by later: counting guesses must go on while the house is sealed. */
const countedWhileSealed: ReadonlySet<string> = new Set(['guess']);

/** @throws nothing; the vault is sealed until `open` */
export function createVaultDoor(keysPool: Pool): VaultDoor {
  let ring: Keyring | undefined;
  const passing = randomBytes(32);
  const opened = (): Keyring => {
    if (!ring) throw new Problem('house.sealed', 423);
    return ring;
  };
  const keys = createKeyStore(keysPool, () => opened().wrapping);
  const hash = (key: Buffer, kind: string, value: string) =>
    createHmac('sha256', key).update(`${kind}\u0000${value}`).digest();
  const vault: Vault = {
    get isSealed() {
      return ring === undefined;
    },
    keys,
    async seal(keyId, place, value) {
      return seal(await keys.open(keyId), place, value);
    },
    async unseal(keyId, place, sealed) {
      return unseal(await keys.open(keyId), place, sealed);
    },
    async unsealMany<Value>(rows: readonly { keyId: string; place: Place; sealed: Buffer }[]) {
      const found = await keys.openMany([...new Set(rows.map((row) => row.keyId))]);
      return rows.map((row) => {
        const key = found.get(row.keyId);
        return key ? unseal<Value>(key, row.place, row.sealed) : undefined;
      });
    },
    sealForHouse: (place, value) => seal(opened().house, place, value),
    unsealForHouse: (place, sealed) => unseal(opened().house, place, sealed),
    mac: (kind, value) =>
      hash(!ring && countedWhileSealed.has(kind) ? passing : opened().lookup, kind, value),
    auditMac: (text) => createHmac('sha256', opened().audit).update(text).digest(),
    auditKey: () => opened().audit,
    signHead: (head) => signHead(signingKey(opened().heads), head),
    headsKey: () => publicHalf(signingKey(opened().heads)),
    async weekKey(kind, now, weeks) {
      const number = Math.floor(now.getTime() / week);
      return keys.forPeriod(`${kind}/${number}`, new Date((number + 1 + weeks) * week));
    },
    backupKey: () => opened().backup,
    wrappingKey: () => opened().wrapping,
    wrapRoot: (secret, context) => wrapRootWith(secret, context, opened().root),
  };
  return {
    vault,
    open(root) {
      ring ??= {
        root: Buffer.from(root),
        wrapping: deriveKey(root, 'wrap'),
        house: deriveKey(root, 'house'),
        lookup: deriveKey(root, 'lookup'),
        audit: deriveKey(root, 'audit'),
        heads: deriveKey(root, 'heads'),
        backup: deriveKey(root, 'backup'),
      };
    },
    close() {
      for (const key of Object.values(ring ?? {})) (key as Buffer).fill(0);
      ring = undefined;
      keys.wipe();
    },
  };
}

/** A vault that is open from the beginning, for a command that has the root key in hand. */
export function createVault(root: Buffer, keysPool: Pool): Vault {
  const door = createVaultDoor(keysPool);
  door.open(root);
  return door.vault;
}
