import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { House } from '../house.server.ts';
import { notFound } from '../problem.ts';

const servedFileSchema = z.object({
  id: z.string(),
  keyId: z.string(),
  kind: z.string(),
  mediaType: z.string(),
  /** Saved under this name; undefined for what a page plays. */
  fileName: z.string().optional(),
});

/** A file of the house as it is handed out: which one, under whose key, as what. */
export type ServedFile = z.infer<typeof servedFileSchema>;

const addressSchema = servedFileSchema.extend({ until: z.number() });

/** Milliseconds for which an address opens: long enough to follow a link on a slow line. */
const lifetime = 2 * 60_000;
const algorithm = 'aes-256-gcm';

type AddressHouse = Pick<House, 'vault' | 'clock'>;
const keyOf = ({ vault }: AddressHouse): Buffer => vault.mac('file-address', 'key');

/**
 * An address that stands for one file for two minutes and says nothing about it: encrypted, because the key of a file is
 * the id of a person. It carries no session; whoever may look was asked, and the look recorded, before it was made.
 */
export function sealFileAddress(house: AddressHouse, file: ServedFile): string {
  const text = JSON.stringify({ ...file, until: house.clock.now().getTime() + lifetime });
  const nonce = randomBytes(12);
  const cipher = createCipheriv(algorithm, keyOf(house), nonce);
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
}

/** @throws Problem `not-found` for an address that is over, or that this house did not make */
export function openFileAddress(house: AddressHouse, address: string): ServedFile {
  const bytes = Buffer.from(address, 'base64url');
  if (bytes.length < 29 || bytes.toString('base64url') !== address) throw notFound();
  const decipher = createDecipheriv(algorithm, keyOf(house), bytes.subarray(0, 12));
  decipher.setAuthTag(bytes.subarray(12, 28));
  let text: string;
  try {
    text = Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
  } catch {
    throw notFound();
  }
  const { until, ...file } = addressSchema.parse(JSON.parse(text));
  if (house.clock.now().getTime() > until) throw notFound();
  return file;
}
