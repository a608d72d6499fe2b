import { createHmac, hkdfSync, timingSafeEqual, webcrypto } from 'node:crypto';
import { identityToRecipient } from 'age-encryption';
import { deriveKey } from '../vault/root-key.server.ts';
import type { BackupPart } from './backup-header.server.ts';

/** The purpose key of backups, from the root key. An open house has it as `vault.backupKey()`. */
export const backupKeyOf = (root: Buffer): Buffer => deriveKey(root, 'backup');

const derive = (backupKey: Buffer, what: string): Buffer =>
  Buffer.from(hkdfSync('sha256', backupKey, Buffer.alloc(0), `serai/v1/backup/${what}`, 32));

/** The age identity (X25519) that opens a part. Records and keys have different ones. */
export function backupIdentity(backupKey: Buffer, part: BackupPart): Promise<CryptoKey> {
  // The fixed beginning of a PKCS #8 file with an X25519 key (RFC 8410).
  const der = Buffer.concat([
    Buffer.from('302e020100300506032b656e04220420', 'hex'),
    derive(backupKey, part),
  ]);
  return webcrypto.subtle.importKey('pkcs8', new Uint8Array(der), 'X25519', true, [
    'deriveBits',
  ]) as Promise<CryptoKey>;
}

/** The public half, `age1…`: whoever has it can make a copy and never open one. */
export const backupRecipient = async (backupKey: Buffer, part: BackupPart): Promise<string> =>
  identityToRecipient(await backupIdentity(backupKey, part));

/**
 * What a machine signs its copies with. It opens nothing, so a sealed house may keep it on its disk; a target that
 * somebody else can write to cannot slip a copy of their own in.
 */
export const signingKey = (backupKey: Buffer): Buffer => derive(backupKey, 'sign');

/** Keyed mark over a text of ours, in hex. */
export const signText = (key: Buffer, text: string): string =>
  createHmac('sha256', key).update(text).digest('hex');

export function isSignedText(key: Buffer, text: string, mark: string): boolean {
  const expected = Buffer.from(signText(key, text), 'hex');
  const found = Buffer.from(mark, 'hex');
  return found.length === expected.length && timingSafeEqual(found, expected);
}

/** Only an open house may say who was erased: this key never lies on a disk. */
export const ledgerKey = (backupKey: Buffer): Buffer => derive(backupKey, 'erasures');

/** Is this root key the one of the house with this mark? The mark is made in `openHouse`. */
export function isKeyOfHouse(root: Buffer, house: { houseId: string; keyCheck: string }): boolean {
  const mark = createHmac('sha256', deriveKey(root, 'lookup')).update(`house\u0000${house.houseId}`).digest();
  const known = Buffer.from(house.keyCheck, 'hex');
  return known.length === mark.length && timingSafeEqual(mark, known);
}
