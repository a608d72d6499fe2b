import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { Problem } from '../problem.ts';

const version = 1;

/**
 * The root key sealed under another secret: version (1) · nonce (12) · tag (16) · key (32). The context says whose wrap
 * it is and is bound into it, so that no wrap can be put in the place of another.
 * @param secret 32 bytes that were stretched or are random already
 */
export function wrapRootWith(secret: Buffer, context: string, root: Buffer): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', wrapKey(secret, context), nonce);
  cipher.setAAD(boundTo(context));
  const body = Buffer.concat([cipher.update(root), cipher.final()]);
  return Buffer.concat([Buffer.of(version), nonce, cipher.getAuthTag(), body]);
}

/**
 * The root key out of a wrap. Overwrite it after use.
 * @throws Problem `vault.unlock-refused` (401) when the secret, the context or any byte differs
 */
export function unwrapRootWith(secret: Buffer, context: string, wrapped: Buffer): Buffer {
  try {
    if (wrapped.length !== 61 || wrapped[0] !== version) throw new Error('not a wrap of a root key');
    const decipher = createDecipheriv('aes-256-gcm', wrapKey(secret, context), wrapped.subarray(1, 13));
    decipher.setAAD(boundTo(context));
    decipher.setAuthTag(wrapped.subarray(13, 29));
    return Buffer.concat([decipher.update(wrapped.subarray(29)), decipher.final()]);
  } catch (cause) {
    throw new Problem('vault.unlock-refused', 401, { cause });
  }
}

function wrapKey(secret: Buffer, context: string): Buffer {
  if (secret.length !== 32) throw new Error('a secret that wraps has 32 bytes');
  return Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), `serai/v1/root-wrap/${context}`, 32));
}

const boundTo = (context: string) => Buffer.from(`serai-root-wrap\u0000${version}\u0000${context}`, 'utf8');

/** The root key of an open house for a moment: to be split, printed or written to the key file. The caller overwrites it. */
export function copyRoot(vault: { wrapRoot(secret: Buffer, context: string): Buffer }): Buffer {
  const passing = randomBytes(32);
  try {
    return unwrapRootWith(passing, 'passing', vault.wrapRoot(passing, 'passing'));
  } finally {
    passing.fill(0);
  }
}
