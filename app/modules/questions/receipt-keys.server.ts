import { createHash, hkdfSync, randomBytes, scrypt, webcrypto } from 'node:crypto';
import { identityToRecipient } from 'age-encryption';
import { readReceipt, receiptFrom } from './receipt-code.ts';

/** All that follows from a receipt. Only `token` and `recipient` ever reach the database, the token as its hash. */
export interface ReceiptKeys {
  /** Names the thread to the wall of the database. */
  token: string;
  /** Public half of the asker's own key: what the centre answers is sealed to it. */
  recipient: string;
  /** Recognises a text that was sent twice without keeping the text. */
  markKey: string;
  /** Opens what was said. */
  identity: CryptoKey;
}

export const newReceipt = (): bigint => receiptFrom(randomBytes(10));

/**
 * The keys of a receipt as it was typed. What is no receipt gets keys too, which open nothing: whoever guesses is
 * answered the same, after the same work. Slow on purpose (scrypt, 16 MB): a stolen database gives hashes to try.
 */
export async function receiptKeys(typed: string): Promise<ReceiptKeys> {
  const receipt = readReceipt(typed);
  const said =
    receipt === undefined
      ? createHash('sha256').update(`no receipt\u0000${typed}`).digest()
      : Buffer.from(receipt.toString(16).padStart(20, '0'), 'hex');
  const master = await stretch(said);
  const part = (name: string) =>
    Buffer.from(hkdfSync('sha256', master, Buffer.alloc(0), `serai/v1/receipt/${name}`, 32));
  const identity = await x25519(part('asker'));
  return {
    token: part('lookup').toString('base64url'),
    markKey: part('mark').toString('base64url'),
    recipient: await identityToRecipient(identity),
    identity,
  };
}

const stretch = (said: Buffer): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    scrypt(said, 'serai/v1/receipt', 32, { N: 2 ** 14, r: 8, p: 1 }, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });

/** A private key from its 32 bytes, behind the fixed beginning of a PKCS #8 file with X25519 (RFC 8410). */
async function x25519(secret: Buffer): Promise<CryptoKey> {
  const der = Buffer.concat([Buffer.from('302e020100300506032b656e04220420', 'hex'), secret]);
  const made = await webcrypto.subtle.importKey('pkcs8', new Uint8Array(der), 'X25519', true, ['deriveBits']);
  return made as CryptoKey;
}
