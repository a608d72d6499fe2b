import { expect, test } from 'vitest';
import { parseBirth } from '#platform/language/parse-birth.ts';
import { entryParts } from './birth-entry.ts';
import { differences, formValues } from './form-values.ts';
import type { EditableFile } from './editable-file.ts';

const born = (input: Parameters<typeof parseBirth>[0]) => {
  const parsed = parseBirth(input, '2026-03-10');
  if (!parsed.ok) throw new Error(parsed.problem.code);
  return parsed.birth;
};

test('a birth comes back in the calendar in which it was said', () => {
  expect(entryParts(born({ calendar: 'persian', year: '1373', month: '5', day: '12' }))).toEqual({
    calendar: 'persian',
    year: '1373',
    month: '5',
    day: '12',
  });
  expect(entryParts(born({ calendar: 'persian', text: '۱۳۷۳' }))).toEqual({
    calendar: 'persian',
    year: '1373',
  });
  expect(entryParts(born({ calendar: 'gregory', age: '34' }))).toEqual({ calendar: 'gregory', age: '34' });
  expect(entryParts(born({ calendar: 'gregory', year: '1990', month: '4' }))).toEqual({
    calendar: 'gregory',
    year: '1990',
    month: '4',
  });
});

test('rows, groups, ticks and lists become fields', () => {
  const file = {
    names: [{ given: 'A', kind: 'main' }],
    categories: ['student', 'trainee'],
    destinations: ['DE'],
    disability: { seeing: 'some' },
    phones: [
      {
        number: '0700',
        digits: '93700',
        owner: 'own',
        safeToCall: true,
        safeToMessage: false,
        safeDays: [1, 2],
      },
    ],
    idDocuments: [],
    originCountry: null,
    sex: 'female',
  } as unknown as EditableFile;
  expect(formValues(file)).toEqual({
    'names[0].given': 'A',
    'names[0].kind': 'main',
    categories: ['student', 'trainee'],
    'destinations[0]': 'DE',
    'disability.seeing': 'some',
    'phones[0].number': '0700',
    'phones[0].digits': '93700',
    'phones[0].owner': 'own',
    'phones[0].safeToCall': 'yes',
    'phones[0].safeDays': ['1', '2'],
    sex: 'female',
  });
});

test('only what differs is shown, and nothing that nobody typed', () => {
  expect(
    differences(
      { sex: 'female', stage: 'intending', version: '1' },
      { sex: 'female', stage: 'outgoing', version: '2', purpose: 'work' },
    ),
  ).toEqual([
    { name: 'stage', before: 'intending', after: 'outgoing' },
    { name: 'purpose', before: '', after: 'work' },
  ]);
});
