import { dictionary } from '@zxcvbn-ts/language-common';
import { expect, test } from 'vitest';
import { isCommonPassphrase, isOwnWords } from './passphrase-words.server.ts';

const words = [
  'Old Caravanserai Migrant Resource Centre',
  'مرکز مهاجران',
  'Mina Test',
  'mina.test@centre.example',
];

test.each([
  'password1234',
  'Password2026!!',
  'P@ssw0rd1234',
  'passwordpassword',
  'princess princess princess',
  'qwertyuiop123',
  'iloveyou12345',
  '1qaz2wsx3edc',
  'dragon monkey 99',
  'unbelievable!!!',
])('%s is tried first and so refused', (passphrase) => {
  expect(isCommonPassphrase(passphrase)).toBe(true);
});

test('every one of the listed passwords that is long enough is refused, in capitals and doubled too', () => {
  const long = [dictionary['passwords-common']].flat().filter((each) => each.length >= 12);
  expect(long.length).toBeGreaterThan(300);
  expect(long.filter((each) => !isCommonPassphrase(each))).toEqual([]);
  expect(long.filter((each) => !isCommonPassphrase(each.toUpperCase()))).toEqual([]);
});

test('the shorter ones are refused with what people add to make them long', () => {
  const short = [dictionary['passwords-common']].flat().filter((each) => /^[a-z]{6,11}$/.test(each));
  const added = short.slice(0, 3000).flatMap((each) => [`${each}1234567`, `${each}202611`, `${each}${each}`]);
  expect(added.filter((each) => !isCommonPassphrase(each))).toEqual([]);
});

test.each([
  'Serai-Coordinator',
  'migrant resource centre',
  'Mina Test 2026',
  'mina.test@centre.example',
  'OldCaravanseraiMigrantResourceCentre1',
  'coordinator2026',
  'مرکز مهاجران ۲۰۲۶',
])('%s is made of words that anybody who knows the house would try', (passphrase) => {
  expect(isOwnWords(passphrase, words)).toBe(true);
});

test.each([
  'seven quiet lanterns',
  'caravanserai lights by the gate',
  'Mina sings in the garden',
  'چراغ‌های آرام کنار دروازه',
  'مصابيح هادئة عند الباب',
  '839201736452',
  'x9$Kq2!vR7mZ',
])('%s is nobody’s first guess', (passphrase) => {
  expect(isCommonPassphrase(passphrase)).toBe(false);
  expect(isOwnWords(passphrase, words)).toBe(false);
});
