import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { keyObject } from './key-object.server.ts';

/** Where a ciphertext belongs. Bound into it, so that it cannot be moved to another row or column. */
export interface Place {
  table: string;
  column: string;
  row: string;
}

/** Written today. What version 1 sealed, which did not name the generation of its key, still opens. */
const version = 2;
/** No key was ever made anew under the same id; the day one is, its generation tells which opens what. */
const firstGeneration = 1;
const headLength = { 1: 1, 2: 3 } as const;
const buckets = [64, 128, 256, 512, 1024];

/**
 * Seals a JSON value with AES-256-GCM: version (1) · generation of the key (2) · nonce (12) · tag (16) · ciphertext.
 * Place, version and generation are bound in. The text is padded with spaces, which JSON ignores, so that its length
 * tells only a bucket.
 */
export function seal(key: Buffer, place: Place, value: unknown, generation = firstGeneration): Buffer {
  const text = Buffer.from(JSON.stringify(value ?? null), 'utf8');
  const size = buckets.find((bucket) => bucket >= text.length) ?? Math.ceil(text.length / 1024) * 1024;
  const padded = Buffer.alloc(size, 0x20);
  text.copy(padded);
  const nonce = randomBytes(12);
  const head = Buffer.alloc(headLength[version]);
  head.writeUInt8(version, 0);
  head.writeUInt16BE(generation, 1);
  const cipher = createCipheriv('aes-256-gcm', keyObject(key), nonce);
  cipher.setAAD(boundTo(place, `${version}\u0000${generation}`));
  const body = cipher.update(padded);
  cipher.final();
  padded.fill(0);
  text.fill(0);
  return Buffer.concat([head, nonce, cipher.getAuthTag(), body]);
}

/** @throws when the key, the place, the generation or any byte differs from what was sealed */
export function unseal<Value>(key: Buffer, place: Place, sealed: Buffer): Value {
  const written = sealed[0];
  if (written !== 1 && written !== 2) throw new Error('unknown seal version');
  const at = headLength[written];
  const decipher = createDecipheriv('aes-256-gcm', keyObject(key), sealed.subarray(at, at + 12));
  decipher.setAAD(boundTo(place, written === 1 ? '1' : `2\u0000${sealed.readUInt16BE(1)}`));
  decipher.setAuthTag(sealed.subarray(at + 12, at + 28));
  const text = decipher.update(sealed.subarray(at + 28));
  decipher.final();
  return JSON.parse(text.toString('utf8')) as Value;
}

function boundTo(place: Place, written: string): Buffer {
  return Buffer.from(`${place.table}\u0000${place.column}\u0000${place.row}\u0000${written}`, 'utf8');
}
