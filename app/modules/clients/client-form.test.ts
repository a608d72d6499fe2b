import { expect, test } from 'vitest';
import {
  consentInput,
  personInput,
  registrationInput,
  safeContactInput,
  updateInput,
} from './client-form.ts';
import { registerClientInput } from './operations/register-client.server.ts';

test('a calendar alone is no birth, and an owner alone is no phone', () => {
  expect(personInput({ birth: { calendar: 'persian' } })['birth']).toBeUndefined();
  expect(safeContactInput({ phones: [{ owner: 'own', safeToCall: 'yes' }] })['phones']).toEqual([]);
});

test('hours without a number are not thrown away: the number is asked for', () => {
  expect(safeContactInput({ phones: [{ owner: 'own', safeFrom: '09:00' }] })['phones']).toMatchObject([
    { number: '', safeFrom: '09:00' },
  ]);
});

test('the first name is the main one, numbers may be in any digits, ticks become true', () => {
  expect(
    updateInput({ names: [{ given: 'A' }, { given: 'ا' }], dependants: '۳', version: '2' }),
  ).toMatchObject({
    names: [{ kind: 'main' }, { kind: 'alias' }],
    dependants: 3,
    version: 2,
  });
  expect(
    safeContactInput({ phones: [{ number: '0700', safeToCall: 'yes', safeDays: '2' }] })['phones'],
  ).toMatchObject([{ safeToCall: true, safeToMessage: false, safeDays: [2] }]);
});

test('one tick stands for everything that was explained', () => {
  expect(consentInput({ explained: 'all' })['explained']).toHaveLength(6);
  expect(consentInput({ explained: ['purpose', 'use'] })['explained']).toEqual(['purpose', 'use']);
});

test('a whole registration form is an input that the operation takes', () => {
  const input = registrationInput({
    names: [{ given: 'Shirin' }],
    sex: 'female',
    birth: { calendar: 'persian', year: '۱۳۷۳' },
    nationalities: ['AF'],
    languages: ['prs'],
    stage: 'intending',
    phones: [{ number: '0700 123 456', owner: 'own', safeToCall: 'yes' }],
    email: { address: 'a@mail.example' },
    consent: {
      explainedIn: 'fa-AF',
      form: 'thumbprint',
      explained: 'all',
      decisions: { service_and_record: 'given' },
    },
    assignToMe: 'yes',
  });
  expect(registerClientInput.safeParse(input)).toMatchObject({ success: true });
});

test('groups where texts are expected are refused by the schema, not by an accident', () => {
  expect(
    registerClientInput.safeParse(
      registrationInput({ names: 'x', sex: ['a'], languages: { a: 'b' }, consent: 'no' }),
    ).success,
  ).toBe(false);
});
