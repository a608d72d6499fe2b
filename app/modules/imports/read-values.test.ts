import { expect, test } from 'vitest';
import { guessDayReading } from './guess-day-reading.ts';
import { cellText, wordKey } from './plain-text.ts';
import { readAgeCell, readBirthCell } from './read-birth-cell.ts';
import { isoOfWritten, readDayParts } from './read-day-parts.ts';
import { readNameCells } from './read-name-cells.ts';
import { readPhoneCell } from './read-phone-cell.ts';

const today = '2026-03-10';
const dmy = { calendar: 'gregory', order: 'dmy' } as const;
const day = (
  value: Parameters<typeof readDayParts>[0],
  reading: Parameters<typeof readDayParts>[1] = dmy,
) => {
  const read = readDayParts(value, reading, today);
  return read && (isoOfWritten(read) ?? `${read.year}-${read.month}`);
};

test.each([['31/31/1990'], ['soon'], ['12'], ['1/2/3/4'], ['30/02/2020'], ['=1+1'], ['99999999'], [true]])(
  '%s is no day',
  (value) => {
    expect(day(value)).toBeUndefined();
  },
);

test.each([
  [{ date: '2019-05-03' }, '2019-05-03'],
  [43588, '2019-05-03'],
  ['43588.5', '2019-05-03'],
  [20190503, '2019-05-03'],
  ['3/5/2019', '2019-05-03'],
  ['03.05.19', '2019-05-03'],
  ['3rd May 2019', '2019-05-03'],
  ['May 3, 2019', '2019-05-03'],
  ['2019-05-03 14:30', '2019-05-03'],
  ['2019-05-03T00:00:00', '2019-05-03'],
  ['٣/٥/٢٠١٩', '2019-05-03'],
  ['০৩/০৫/২০১৯', '2019-05-03'],
  ['۱۳۹۸/۰۲/۱۳', '2019-05-03'],
  ['۱۳ ثور ۱۳۹۸', '2019-05-03'],
  ['1398-2-13', '2019-05-03'],
  ['28/08/1440', '2019-05-03'],
  ['00/00/1990', '1990-0'],
  ['1990', '1990-0'],
  ['5/1990', '1990-5'],
])('%j is read as %s', (value, expected) => {
  expect(day(value)).toBe(expected);
});

test('an impossible month turns the order round, a possible one is ambiguous', () => {
  expect(day('05/23/2019')).toBe('2019-05-23');
  expect(day('05/03/2019', { calendar: 'gregory', order: 'mdy' })).toBe('2019-05-03');
  expect(readDayParts('05/03/2019', dmy, today)?.ambiguous).toBe(true);
  expect(readDayParts('05/05/2019', dmy, today)?.ambiguous).toBe(false);
  expect(readDayParts('2019-05-03', dmy, today)?.ambiguous).toBe(false);
});

test('a year of two digits has been, in its own calendar', () => {
  expect(day('1/1/68')).toBe('1968-01-01');
  expect(day('1/1/19')).toBe('2019-01-01');
  expect(day('68/1/1', { calendar: 'persian', order: 'ymd' })).toBe('1989-03-21');
});

test('a column tells its order by one day over twelve, and its calendar by its years', () => {
  expect(guessDayReading(['1/2/2020', '25/2/2020'], today)).toEqual({
    calendar: 'gregory',
    order: 'dmy',
    undecided: 0,
  });
  expect(guessDayReading(['1/2/2020', '2/25/2020'], today)).toEqual({
    calendar: 'gregory',
    order: 'mdy',
    undecided: 0,
  });
  expect(guessDayReading(['1/2/2020', '2/3/2020'], today)).toMatchObject({ order: 'dmy', undecided: 2 });
  expect(guessDayReading(['۱۳۹۸/۰۲/۱۳', '۱۴۰۰/۱۲/۰۱'], today)).toMatchObject({
    calendar: 'persian',
    order: 'ymd',
  });
});

test.each([
  [40, { calendar: 'gregory', age: 40 }],
  ['about 40', { calendar: 'gregory', age: 40 }],
  ['~40 yrs', { calendar: 'gregory', age: 40 }],
  ['۴۰ ساله', { calendar: 'gregory', age: 40 }],
  ['حدود ۴۰ سال', { calendar: 'gregory', age: 40 }],
  ['1365', { calendar: 'persian', year: 1365 }],
  ['حدود ۱۳۶۵', { calendar: 'persian', year: 1365 }],
  [1990, { calendar: 'gregory', year: 1990 }],
  ['12/05/1990', { calendar: 'gregory', year: 1990, month: 5, day: 12 }],
  ['নেই', undefined],
  ['old', undefined],
])('a birth of %j', (value, expected) => {
  expect(readBirthCell(value, dmy, today)).toEqual(expected);
});

test('an age of years ago has grown since', () => {
  expect(readBirthCell('40', dmy, today, 3)).toEqual({ calendar: 'gregory', age: 43 });
  expect([readAgeCell('140'), readAgeCell('forty')]).toEqual([undefined, undefined]);
});

test('phones stand beside each other, with strokes and the zero of a spreadsheet', () => {
  expect(readPhoneCell('۰۷۰۰۱۱۱۲۲۲ / 0700-333444')).toEqual(['0700111222', '0700-333444']);
  expect(readPhoneCell(700111222)).toEqual(['700111222']);
  expect(readPhoneCell('700111222.0')).toEqual(['700111222']);
  expect(readPhoneCell("'+93700111222")).toEqual(['+93700111222']);
  expect(readPhoneCell('-')).toEqual([]);
});

test('names are split, turned, freed of titles; digits are none', () => {
  expect(readNameCells({ name: 'Mr. Gulalai  Yusufzai' })).toEqual([
    { given: 'Gulalai', family: 'Yusufzai', kind: 'main' },
  ]);
  expect(readNameCells({ name: 'YUSUFZAI, Gulalai' })).toEqual([
    { given: 'Gulalai', family: 'YUSUFZAI', kind: 'main' },
  ]);
  expect(readNameCells({ name: 'Gulalai (گلالی)' })).toEqual([
    { given: 'Gulalai', kind: 'main' },
    { given: 'گلالی', kind: 'alias' },
  ]);
  expect(readNameCells({ given: 'Gulalai', family: 'Yusufzai' })).toEqual([
    { given: 'Gulalai', family: 'Yusufzai', kind: 'main' },
  ]);
  expect(readNameCells({ name: '12345' })).toBe('no-name');
  expect(readNameCells({})).toBeUndefined();
});

test('a cell is one clean line, and what means nothing is nothing', () => {
  expect(cellText(' a\u202e b\u0000\n c ')).toBe('a b c');
  expect(['-', 'N/A', '...', 'نامعلوم', null].map(cellText)).toEqual(['', '', '', '', '']);
  expect(cellText('=HYPERLINK("x")')).toBe('=HYPERLINK("x")');
});

test('words are one whatever their letters look like', () => {
  expect(wordKey('كابُل')).toBe(wordKey('کابل'));
  expect(wordKey('Prénom ')).toBe('prenom');
  expect(wordKey('۱۲')).toBe('12');
});
