import { expect, test } from 'vitest';
import { canSignIn, isCopied } from './passkey.ts';

test('a counter that stands still or goes back tells of a copy; keys without a counter do not', () => {
  expect(isCopied(5, 5)).toBe(true);
  expect(isCopied(5, 4)).toBe(true);
  expect(isCopied(5, 0)).toBe(true);
  expect(isCopied(5, 6)).toBe(false);
  expect(isCopied(0, 1)).toBe(false);
  expect(isCopied(0, 0)).toBe(false);
});

test('a passphrase without a code signs nobody in; a passkey alone does', () => {
  expect(canSignIn({ passphrase: true, oneTimeCode: false, passkeys: 0 })).toBe(false);
  expect(canSignIn({ passphrase: false, oneTimeCode: false, passkeys: 0 })).toBe(false);
  expect(canSignIn({ passphrase: true, oneTimeCode: true, passkeys: 0 })).toBe(true);
  expect(canSignIn({ passphrase: false, oneTimeCode: false, passkeys: 1 })).toBe(true);
});
