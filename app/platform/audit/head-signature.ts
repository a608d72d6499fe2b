import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';

/** The end of a chain at a moment, with the house's signature over it. Hex for the hash, base64 for the signature. */
export interface SignedHead {
  centreId: string;
  seq: number;
  hash: string;
  /** ISO instant. */
  signedAt: string;
  signature: string;
}

// RFC 8410: what stands before the 32 bytes of an Ed25519 key.
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex');
const spki = Buffer.from('302a300506032b6570032100', 'hex');

export const signingKey = (seed: Buffer): KeyObject =>
  createPrivateKey({ key: Buffer.concat([pkcs8, seed]), format: 'der', type: 'pkcs8' });

/** The public half, 32 bytes: it may hang on the wall. */
export const publicHalf = (key: KeyObject): Buffer =>
  createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(spki.length);

/** What is signed. The stand-alone verifier writes the same array by itself. */
export const headStatement = (head: Omit<SignedHead, 'signature'>): string =>
  JSON.stringify(['serai-head-1', head.centreId, head.seq, head.hash, head.signedAt]);

export const signHead = (key: KeyObject, head: Omit<SignedHead, 'signature'>): SignedHead => ({
  ...head,
  signature: sign(null, Buffer.from(headStatement(head)), key).toString('base64'),
});

/** @param publicKey the 32 bytes of the public half */
export function isGenuineHead(publicKey: Buffer, head: SignedHead): boolean {
  const key = createPublicKey({ key: Buffer.concat([spki, publicKey]), format: 'der', type: 'spki' });
  return verify(null, Buffer.from(headStatement(head)), key, Buffer.from(head.signature, 'base64'));
}
