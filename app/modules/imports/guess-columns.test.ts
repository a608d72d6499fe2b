import { expect, test } from 'vitest';
import type { CellValue, ReadRow } from '#platform/tables/table.ts';
import { fieldOfHeading, guessColumns } from './guess-columns.ts';
import { guessHeading } from './guess-heading.ts';

const today = '2026-03-10';
const row = (number: number, ...values: CellValue[]): ReadRow => ({
  number,
  cells: values.map((value) => ({ value })),
});

test.each([
  ['Name of client', 'name'],
  ['نام مراجعه‌کننده', 'name'],
  ['الاسم الكامل', 'name'],
  ['নাম', 'name'],
  ['Prénom', 'given'],
  ['MOBILE NO.', 'phone'],
  ['شماره تماس', 'phone'],
  ['তারিখ', 'visitOn'],
  ['Date of Birth (DD/MM/YYYY)', 'birth'],
  ['تاريخ الميلاد', 'birth'],
  ['Tazkira No / شماره تذکره', 'idNumber'],
  ['CNIC', 'idNumber'],
  ['Consent signed?', 'consent'],
])('a column called %s holds %s', (heading, field) => {
  expect(fieldOfHeading(heading)?.field).toBe(field);
});

test('a heading that nobody knows is no guess', () => {
  expect(fieldOfHeading('Zebra crossing')).toBeUndefined();
  expect(fieldOfHeading('')).toBeUndefined();
});

test('columns without a telling heading are known by what stands in them', () => {
  const samples = [
    ['Gulalai', 'Zarmina', 'Parwin'],
    ['1710212345671', '1710212345672', '1710212345673'],
    ['0700111222', '0700111223', '0700111224'],
    ['m', 'F', 'F'],
    ['1/2/2020', '2/3/2020', '3/3/2020'],
  ];
  expect(guessColumns(['Name', 'A', 'B', 'C', 'D'], samples, today)).toEqual([
    'name',
    'idNumber',
    'phone',
    'sex',
    'registeredOn',
  ]);
});

test('no field twice, but a second phone is one', () => {
  expect(guessColumns(['Name', 'Full name', 'Phone', 'Mobile'], [[], [], [], []], today)).toEqual([
    'name',
    undefined,
    'phone',
    'secondPhone',
  ]);
});

test('a date alone is when somebody was registered, beside a service it is a visit', () => {
  expect(guessColumns(['Name', 'Date'], [[], []], today)).toEqual(['name', 'registeredOn']);
  expect(guessColumns(['Name', 'Date', 'Service'], [[], [], []], today)).toEqual([
    'name',
    'visitOn',
    'topic',
  ]);
});

test('the heading is found under titles', () => {
  expect(
    guessHeading([
      row(1, 'Migrant Resource Centre'),
      row(2, 'Register of names and phones'),
      row(5, 'Year', 2024),
      row(7, 'No', 'Name', 'Phone'),
      row(8, 1, 'Gulalai', '0700111222'),
    ]),
  ).toBe(7);
  expect(guessHeading([])).toBeUndefined();
  expect(guessHeading([row(1, 'a'), row(2, 'b', 'c')])).toBe(2);
});
