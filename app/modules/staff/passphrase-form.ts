import { fieldProblem } from '#platform/problem.ts';

/** @throws `field.not-the-same` on `passphraseAgain` when the two entries differ */
export function samePassphrase(typed: Record<string, unknown>): Record<string, unknown> {
  if (typed['passphrase'] !== undefined && typed['passphrase'] !== typed['passphraseAgain'])
    throw fieldProblem('passphraseAgain', 'not-the-same');
  return typed;
}
