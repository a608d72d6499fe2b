import { hash, verify } from '@node-rs/argon2';
import { z } from 'zod';

// OWASP's argon2id minimum: 19 MiB, two passes, one lane.
const strength = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Twelve characters or more; length is what counts, as long as it is not one key held down. */
export const passphraseSchema = z
  .string()
  .min(12, 'field.passphrase-short')
  .max(200)
  .refine((passphrase) => new Set(passphrase).size >= 5, 'field.passphrase-weak');

export const hashPassphrase = (passphrase: string): Promise<string> =>
  hash(passphrase.normalize('NFKC'), strength);

let decoy: Promise<string> | undefined;

/** Takes as long for an account that does not exist as for a wrong passphrase. */
export async function checkPassphrase(
  stored: string | null | undefined,
  passphrase: string,
): Promise<boolean> {
  decoy ??= hash('an account that is not there', strength);
  const matches = await verify(stored ?? (await decoy), passphrase.normalize('NFKC'));
  return matches && stored != null;
}
