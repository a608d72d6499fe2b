import { randomBytes } from 'node:crypto';
import type { House } from '#platform/house.server.ts';
import { copyRoot, unwrapRootWith, wrapRootWith } from '#platform/vault/root-wrap.server.ts';
import { seal, unseal } from '#platform/vault/seal.server.ts';
import type { Vault } from '#platform/vault/vault.server.ts';

/** What a keeper's own key opens: the whole root key, or one share of a splitting. */
export type Opened = { root: Buffer } | { share: Buffer; splitId: string };

const keyPlace = (staffId: string) => ({ table: 'unlock_person', column: 'sealed_key', row: staffId });
const sharePlace = (staffId: string) => ({ table: 'unlock_person', column: 'granted', row: staffId });
const grantContext = (staffId: string) => `keeper/${staffId}`;
const wrapContext = (staffId: string, wrapId: string) => `keeper-key/${staffId}/${wrapId}`;

export const newKeeperKey = (): Buffer => randomBytes(32);

export const sealKeeperKey = (vault: Vault, staffId: string, key: Buffer): Buffer =>
  vault.sealForHouse(keyPlace(staffId), { key: key.toString('base64') });

export const unsealKeeperKey = (vault: Vault, staffId: string, sealed: Buffer): Buffer =>
  Buffer.from(vault.unsealForHouse<{ key: string }>(keyPlace(staffId), sealed).key, 'base64');

/** A keeper's own key under one of their secrets, and out of it. */
export const wrapKeeperKey = (secret: Buffer, staffId: string, wrapId: string, key: Buffer): Buffer =>
  wrapRootWith(secret, wrapContext(staffId, wrapId), key);

/** @returns undefined where this is not the secret */
export function unwrapKeeperKey(
  secret: Buffer,
  { id, staff_id: staffId, wrapped }: { id: string; staff_id: string; wrapped: Buffer },
): Buffer | undefined {
  try {
    return unwrapRootWith(secret, wrapContext(staffId, id), wrapped);
  } catch {
    return undefined;
  }
}

export const grantRoot = (house: House, staffId: string, key: Buffer): Buffer =>
  house.vault.wrapRoot(key, grantContext(staffId));

export const grantShare = (staffId: string, key: Buffer, share: Buffer): Buffer =>
  seal(key, sharePlace(staffId), { share: share.toString('base64') });

/** What was handed to a keeper. @throws where the row is not as it was written */
export function openGrant(
  {
    staff_id: staffId,
    granted,
    split_id: splitId,
  }: { staff_id: string; granted: Buffer; split_id: string | null },
  key: Buffer,
): Opened {
  if (splitId === null) return { root: unwrapRootWith(key, grantContext(staffId), granted) };
  const { share } = unseal<{ share: string }>(key, sharePlace(staffId), granted);
  return { share: Buffer.from(share, 'base64'), splitId };
}

/** The root key for a moment, to be split or written down; overwritten afterwards. */
export async function withRootBytes<Result>(
  house: House,
  work: (root: Buffer) => Promise<Result> | Result,
): Promise<Result> {
  const root = copyRoot(house.vault);
  try {
    return await work(root);
  } finally {
    root.fill(0);
  }
}
