import { expect, test } from 'vitest';
import type { ClientPhone } from './safe-contact.ts';
import { strictPhones, tightenedPhones } from './strict-phones.ts';

const phone = (given: Partial<ClientPhone> = {}): ClientPhone => ({
  number: '0700 111 222',
  digits: '92700111222',
  owner: 'own',
  safeToCall: true,
  safeToMessage: true,
  ...given,
});
const strict = (one: Partial<ClientPhone>, other: Partial<ClientPhone>) =>
  strictPhones([phone(one)], [phone(one), phone(other)])[0];

test('what one file calls unsafe is unsafe, and whoever else may answer stays named', () => {
  expect(strict({}, { safeToCall: false, owner: 'family' })).toMatchObject({
    safeToCall: false,
    safeToMessage: true,
    owner: 'family',
  });
});

test('hours are those that both allow', () => {
  const hours = strict({ safeFrom: '09:00', safeTo: '16:00' }, { safeFrom: '12:00', safeTo: '20:00' });
  expect(hours).toMatchObject({ safeFrom: '12:00', safeTo: '16:00', safeToCall: true });
  expect(strict({}, { safeFrom: '12:00', safeTo: '20:00' })).toMatchObject({ safeFrom: '12:00' });
});

test('where hours or days do not meet nobody calls', () => {
  for (const [one, other] of [
    [
      { safeFrom: '09:00', safeTo: '11:00' },
      { safeFrom: '12:00', safeTo: '20:00' },
    ],
    [
      { safeFrom: '22:00', safeTo: '06:00' },
      { safeFrom: '05:00', safeTo: '23:00' },
    ],
    [{ safeDays: [1, 2] }, { safeDays: [5] }],
  ] as const) {
    expect(strict(one as Partial<ClientPhone>, other as Partial<ClientPhone>)).toMatchObject({
      safeToCall: false,
      safeToMessage: false,
    });
  }
});

test('the same number stands once, whoever wrote it how', () => {
  const both = strictPhones([phone(), phone({ number: '+92 700 111222' })], [phone()]);
  expect(both).toHaveLength(1);
});

test('a phone that became unsafe or was taken away since is unsafe in the file that goes back', () => {
  const own = [phone()];
  expect(tightenedPhones(own, [phone()], [phone()])).toEqual(own);
  expect(tightenedPhones(own, [phone()], [phone({ safeToCall: false })])).toMatchObject([
    { safeToCall: false },
  ]);
  expect(tightenedPhones(own, [phone()], [])).toMatchObject([{ safeToCall: false, safeToMessage: false }]);
  expect(tightenedPhones(own, [], [])).toEqual(own);
});
