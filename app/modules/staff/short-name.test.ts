import { expect, test } from 'vitest';
import { shortName } from './short-name.ts';

test('a screen shows the first name and a letter, in any script, and nothing of the rest', () => {
  expect(shortName('Mina Test')).toBe('Mina T.');
  expect(shortName('  Noor  al  Hadi ')).toBe('Noor H.');
  expect(shortName('Zahra')).toBe('Zahra');
  expect(shortName('أمل كريم')).toBe('أمل ك.');
  expect(shortName('')).toBe('');
});
