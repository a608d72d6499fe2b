import { createHmac, hkdfSync, timingSafeEqual, webcrypto } from 'node:crypto';
import { deriveKey } from '../vault/root-key.server.ts';
import type { BackupPart } from './backup-header.server.ts';

/**
 * The age identity (X25519) that opens a part. Records and keys have different ones, both from the root key's
 * purpose key for backups.
 */
export async function backupIdentity(root: Buffer, part: BackupPart): Promise<CryptoKey> {
  const secret = Buffer.from(
    hkdfSync('sha256', deriveKey(root, 'backup'), Buffer.alloc(0), `serai/v1/backup/${part}`, 32),
  );
  // The fixed beginning of a PKCS #8 file with an X25519 key (RFC 8410).
  const der = Buffer.concat([Buffer.from('302e020100300506032b656e04220420', 'hex'), secret]);
  return webcrypto.subtle.importKey('pkcs8', new Uint8Array(der), 'X25519', true, [
    'deriveBits',
  ]) as Promise<CryptoKey>;
}

/** A keyed mark of one backup: whoever has the root key can tell that it is the right one. */
export function backupCheck(root: Buffer, backupId: string): string {
  return createHmac('sha256', deriveKey(root, 'backup')).update(`check\u0000${backupId}`).digest('hex');
}

/** Is this root key the one of the house with this mark? The mark is made in `openHouse`. */
export function isKeyOfHouse(root: Buffer, house: { houseId: string; keyCheck: string }): boolean {
  const mark = createHmac('sha256', deriveKey(root, 'lookup')).update(`house\u0000${house.houseId}`).digest();
  const known = Buffer.from(house.keyCheck, 'hex');
  return known.length === mark.length && timingSafeEqual(mark, known);
}
