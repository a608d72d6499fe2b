import { hash, verify } from '@node-rs/argon2';
import { z } from 'zod';
import { fieldProblem } from '#platform/problem.ts';
import { isCommonPassphrase, isOwnWords } from './passphrase-words.server.ts';

// OWASP's argon2id minimum: 19 MiB, two passes, one lane.
const strength = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Twelve characters or more; length is what counts, unless it is one key held down or what is tried first anywhere. */
export const passphraseSchema = z
  .string()
  .min(12, 'field.passphrase-short')
  .max(200)
  .refine((passphrase) => new Set(passphrase).size >= 5, 'field.passphrase-weak')
  .refine((passphrase) => !isCommonPassphrase(passphrase), 'field.passphrase-common');

/** What somebody who knows the person or the centre would try first. */
export interface KnownWords {
  name: string;
  email: string;
  /** The centre's name in each language. */
  centre: Record<string, string> | undefined;
}

/** @throws `field.passphrase-own-words` on `passphrase`, or on the path given */
export function refuseOwnWords(
  passphrase: string,
  { name, email, centre }: KnownWords,
  path = 'passphrase',
): void {
  if (isOwnWords(passphrase, [name, email, ...Object.values(centre ?? {})]))
    throw fieldProblem(path, 'passphrase-own-words');
}

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
