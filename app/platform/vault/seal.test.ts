import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { seal, unseal } from './seal.server.ts';

const key = randomBytes(32);
const place = { table: 'client_identity', column: 'sealed', row: 'a' };

test('what is sealed cannot be opened at another row, column or table', () => {
  const sealed = seal(key, place, { name: 'Zohra' });
  for (const elsewhere of [
    { ...place, row: 'b' },
    { ...place, column: 'note' },
    { ...place, table: 'draft' },
  ]) {
    expect(() => unseal(key, elsewhere, sealed)).toThrow();
  }
});

test('another key, or one changed byte anywhere, opens nothing', () => {
  const sealed = seal(key, place, { name: 'Zohra' });
  expect(() => unseal(randomBytes(32), place, sealed)).toThrow();
  for (let at = 0; at < sealed.length; at += 1) {
    const bent = Buffer.from(sealed);
    bent[at] = (bent[at] ?? 0) ^ 1;
    expect(() => unseal(key, place, bent)).toThrow();
  }
});

test('what was sealed comes back, in every script', () => {
  const value = { names: ['محمد', 'মোহাম্মদ', 'Мухаммад'], born: 1994, none: null };
  expect(unseal(key, place, seal(key, place, value))).toEqual(value);
});

test('the length tells only a bucket', () => {
  const lengths = ['', 'a', 'a short note'].map((note) => seal(key, place, { note }).length);
  expect(new Set(lengths).size).toBe(1);
  expect(seal(key, place, { note: 'x'.repeat(1500) }).length).toBe(1 + 12 + 16 + 2048);
});

test('the same text is sealed differently each time', () => {
  expect(seal(key, place, 'same').equals(seal(key, place, 'same'))).toBe(false);
});
