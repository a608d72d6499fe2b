import { createHmac } from 'node:crypto';
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';

/** Where and when the asker wishes to be reached, and what may be said to whoever answers. */
export interface AskerContact {
  email?: string;
  phone?: string;
  /** When it is safe to call, in their own words. */
  hours?: string;
  /** What to say if somebody else answers. */
  say?: string;
}

/** One thing said in a thread. */
export interface Said {
  text: string;
  contact?: AskerContact;
}

/** Where a message belongs. Sealed with it, so that it cannot be moved into another thread. */
interface Place {
  questionId: string;
  seq: number;
  author: 'asker' | 'centre';
}

const sizes = [1024, 2048, 4096, 8192, 16_384, 32_768, 65_536];

/**
 * Seals what was said to the centre and to the asker (age, X25519). Padded, so that its length tells only a size of
 * seven. No key of the house is needed for it.
 */
export async function sealSaid(recipients: readonly string[], place: Place, said: Said): Promise<Buffer> {
  const text = Buffer.from(JSON.stringify({ ...place, said }), 'utf8');
  const size = sizes.find((each) => each >= text.length);
  if (size === undefined) throw new Error('a message longer than any size');
  const padded = Buffer.alloc(size, 0x20);
  text.copy(padded);
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  return Buffer.from(await encrypter.encrypt(new Uint8Array(padded)));
}

/** Undefined where none of the keys opens it, or where it belongs to another place. */
export async function openSaid(
  identities: readonly (CryptoKey | string)[],
  place: Place,
  sealed: Uint8Array,
): Promise<Said | undefined> {
  if (identities.length === 0) return undefined;
  const decrypter = new Decrypter();
  for (const identity of identities) decrypter.addIdentity(identity);
  let opened: Place & { said: Said };
  try {
    opened = JSON.parse(await decrypter.decrypt(new Uint8Array(sealed), 'text')) as typeof opened;
  } catch {
    return undefined;
  }
  const belongs =
    opened.questionId === place.questionId && opened.seq === place.seq && opened.author === place.author;
  return belongs ? opened.said : undefined;
}

/** By this a text that is sent twice is recognised; who has no receipt cannot make or check it. */
export const markOf = (markKey: string, said: Said, after: number): Buffer =>
  createHmac('sha256', markKey)
    .update(JSON.stringify([after, said]))
    .digest();

let decoy: Promise<Buffer> | undefined;

/** Costs what opening a message costs, and finds nothing: for receipts that belong to no thread. */
export async function openNothing(identity: CryptoKey): Promise<void> {
  const place: Place = { questionId: 'none', seq: 0, author: 'asker' };
  decoy ??= generateX25519Identity()
    .then(identityToRecipient)
    .then((recipient) => sealSaid([recipient, recipient], place, { text: '' }));
  await openSaid([identity], place, await decoy);
}
