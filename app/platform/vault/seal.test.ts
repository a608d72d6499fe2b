import { createCipheriv, randomBytes } from 'node:crypto';
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
  expect(seal(key, place, { note: 'x'.repeat(1500) }).length).toBe(3 + 12 + 16 + 2048);
});

test('the same text is sealed differently each time', () => {
  expect(seal(key, place, 'same').equals(seal(key, place, 'same'))).toBe(false);
});

test('what the first version sealed still opens, and only where it belongs', () => {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from(`${place.table}\u0000${place.column}\u0000${place.row}\u00001`));
  const body = Buffer.concat([cipher.update('{"name":"Zohra"}'), cipher.final()]);
  const old = Buffer.concat([Buffer.of(1), nonce, cipher.getAuthTag(), body]);
  expect(unseal(key, place, old)).toEqual({ name: 'Zohra' });
  expect(() => unseal(key, { ...place, row: 'b' }, old)).toThrow();
});

test('another generation of the key is named in the ciphertext and bound into it', () => {
  const sealed = seal(key, place, 'x', 7);
  expect(sealed.readUInt16BE(1)).toBe(7);
  expect(unseal(key, place, sealed)).toBe('x');
  sealed.writeUInt16BE(6, 1);
  expect(() => unseal(key, place, sealed)).toThrow();
});
