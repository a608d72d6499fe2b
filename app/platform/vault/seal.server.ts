import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { keyObject } from './key-object.server.ts';

/** Where a ciphertext belongs. Bound into it, so that it cannot be moved to another row or column. */
export interface Place {
  table: string;
  column: string;
  row: string;
}

const version = 1;
const buckets = [64, 128, 256, 512, 1024];

/**
 * Seals a JSON value with AES-256-GCM: version (1) · nonce (12) · tag (16) · ciphertext.
 * The text is padded with spaces, which JSON ignores, so that its length tells only a bucket.
 */
export function seal(key: Buffer, place: Place, value: unknown): Buffer {
  const text = Buffer.from(JSON.stringify(value ?? null), 'utf8');
  const size = buckets.find((bucket) => bucket >= text.length) ?? Math.ceil(text.length / 1024) * 1024;
  const padded = Buffer.alloc(size, 0x20);
  text.copy(padded);
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyObject(key), nonce);
  cipher.setAAD(boundTo(place));
  const body = cipher.update(padded);
  cipher.final();
  return Buffer.concat([Buffer.of(version), nonce, cipher.getAuthTag(), body]);
}

/** @throws when the key, the place or any byte differs from what was sealed */
export function unseal<Value>(key: Buffer, place: Place, sealed: Buffer): Value {
  if (sealed[0] !== version) throw new Error('unknown seal version');
  const decipher = createDecipheriv('aes-256-gcm', keyObject(key), sealed.subarray(1, 13));
  decipher.setAAD(boundTo(place));
  decipher.setAuthTag(sealed.subarray(13, 29));
  const text = decipher.update(sealed.subarray(29));
  decipher.final();
  return JSON.parse(text.toString('utf8')) as Value;
}

function boundTo(place: Place): Buffer {
  return Buffer.from(`${place.table}\u0000${place.column}\u0000${place.row}\u0000${version}`, 'utf8');
}
