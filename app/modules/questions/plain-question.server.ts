import { hkdfSync } from 'node:crypto';
import { toAsciiDigits } from '#platform/language/digits.ts';

/**
 * "How much is three and four?", in words: a small hurdle for programs that fill in forms, none for people. It follows
 * from the form's own receipt, so that nothing has to be remembered between asking and answering.
 */
export function plainQuestion(receipt: bigint): { first: number; second: number } {
  const bytes = Buffer.from(
    hkdfSync('sha256', receipt.toString(16), '', 'serai/v1/receipt/plain-question', 2),
  );
  return { first: 1 + ((bytes[0] ?? 0) % 9), second: 1 + ((bytes[1] ?? 0) % 9) };
}

export function isPlainAnswer(receipt: bigint, typed: string | undefined): boolean {
  const { first, second } = plainQuestion(receipt);
  return toAsciiDigits(typed ?? '').trim() === String(first + second);
}
