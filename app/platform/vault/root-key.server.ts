import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  statSync,
  writeFileSync,
  openSync,
  fsyncSync,
  closeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { Problem } from '../problem.ts';

export type KeyPurpose = 'wrap' | 'audit' | 'lookup' | 'staff' | 'house' | 'backup' | 'rate' | 'heads';

/** A purpose key derived from the root key (HKDF-SHA-256, 32 bytes). */
export function deriveKey(root: Buffer, purpose: KeyPurpose): Buffer {
  return Buffer.from(hkdfSync('sha256', root, Buffer.alloc(0), `serai/v1/${purpose}`, 32));
}

/**
 * Reads the root key for automatic unlock, or makes it on the first start.
 * @throws Problem `vault.key-file-missing` when the house has data but the key file is not there:
 * a new key would lock everything for ever.
 */
export function openKeyFile(path: string, mayCreate: boolean): Buffer {
  if (existsSync(path)) {
    const mode = statSync(path).mode & 0o077;
    if (mode !== 0) chmodSync(path, 0o600);
    const key = Buffer.from(readFileSync(path, 'utf8').trim(), 'base64');
    if (key.length !== 32) throw new Problem('vault.key-file-broken', 500, { params: { path } });
    return key;
  }
  if (!mayCreate) throw new Problem('vault.key-file-missing', 500, { params: { path } });
  const key = randomBytes(32);
  writeKeyFile(path, key);
  return key;
}

/** Writes the root key so that it survives a power cut: file and folder are synced. */
export function writeKeyFile(path: string, key: Buffer): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  writeFileSync(path, `${key.toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
  for (const target of [path, dirname(path)]) {
    const handle = openSync(target, 'r');
    fsyncSync(handle);
    closeSync(handle);
  }
}

const alphabet = 'ABCDEFGHJKMNPQRSTVWXYZ0123456789';

/** The recovery key as printed: 13 groups of four from a base-32 alphabet without I, L, O, U. */
export function printRecoveryKey(key: Buffer): string {
  let bits = '';
  for (const byte of key) bits += byte.toString(2).padStart(8, '0');
  const letters = (bits.match(/.{1,5}/g) ?? [])
    .map((chunk) => alphabet[Number.parseInt(chunk.padEnd(5, '0'), 2)])
    .join('');
  return (letters.match(/.{1,4}/g) ?? []).join('-');
}

/** @throws Problem `vault.recovery-key-wrong` when it cannot be a recovery key (mistyped, cut short) */
export function readRecoveryKey(typed: string): Buffer {
  const letters = typed.toUpperCase().replace(/[\s-]/g, '').replace(/[IL]/g, '1').replace(/O/g, '0');
  if (letters.length !== 52 || [...letters].some((letter) => !alphabet.includes(letter))) {
    throw new Problem('vault.recovery-key-wrong', 422);
  }
  const bits = [...letters].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.slice(0, 256).match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}

/** The root key wrapped by the recovery key, for the house's folder and its backups. */
export function wrapRoot(recovery: Buffer, root: Buffer): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', hkdfKey(recovery), nonce);
  const body = Buffer.concat([cipher.update(root), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64');
}

/** @throws Problem `vault.recovery-key-wrong` when this is not the house's recovery key */
export function unwrapRoot(recovery: Buffer, wrapped: string): Buffer {
  const bytes = Buffer.from(wrapped, 'base64');
  try {
    const decipher = createDecipheriv('aes-256-gcm', hkdfKey(recovery), bytes.subarray(0, 12));
    decipher.setAuthTag(bytes.subarray(12, 28));
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]);
  } catch (cause) {
    throw new Problem('vault.recovery-key-wrong', 422, { cause });
  }
}

function hkdfKey(recovery: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', recovery, Buffer.alloc(0), 'serai/v1/recovery', 32));
}
