import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkLocales } from './check-locales.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'locales-'));
  write('namespaces.json', { desk: 'staff' });
  write('en/desk.json', { hi: 'Hello {{name}}', days_one: '{{count}} day', days_other: '{{count}} days' });
  write('ar/desk.json', {
    hi: 'مرحبًا {{name}}',
    days_zero: 'لا شيء',
    days_one: 'يوم',
    days_two: 'يومان',
    days_few: '{{count}} أيام',
    days_many: '{{count}} يومًا',
    days_other: '{{count}} يوم',
  });
  write('fa-AF/desk.json', { hi: 'سلام {{name}}', days_one: '{{count}} روز', days_other: '{{count}} روز' });
});
afterEach(() => rmSync(dir, { recursive: true }));

function write(path: string, value: unknown): void {
  mkdirSync(dirname(join(dir, path)), { recursive: true });
  writeFileSync(join(dir, path), JSON.stringify(value));
}

test('complete languages pass, and staff texts need not be in Urdu', () => {
  expect(checkLocales(dir)).toEqual([]);
});

test('a namespace without readers, a missing file and a file without source are found', () => {
  write('en/other.json', {});
  write('ur/lost.json', {});
  rmSync(join(dir, 'fa-AF/desk.json'));
  expect(checkLocales(dir)).toEqual([
    'fa-AF/desk.json is missing',
    'namespaces.json does not say who reads other',
    'ur/lost.json has no English source',
  ]);
});

test('missing, left-over, empty and untranslated texts are found', () => {
  write('fa-AF/desk.json', { hi: 'Hello {{name}}', old: 'x', days_one: ' ', days_other: '{{count}} روز' });
  expect(checkLocales(dir)).toEqual([
    'fa-AF/desk.json hi: still the English text',
    'fa-AF/desk.json old: not in English',
    'fa-AF/desk.json days_one: empty',
  ]);
});

test('Arabic needs all six plural forms', () => {
  write('ar/desk.json', { hi: 'مرحبًا {{name}}', days_one: 'يوم', days_other: '{{count}} يوم' });
  expect(checkLocales(dir)).toHaveLength(4);
});

test('placeholders must be the English ones', () => {
  write('fa-AF/desk.json', { hi: 'سلام {{nam}}', days_one: 'یک روز', days_other: 'روز' });
  expect(checkLocales(dir)).toEqual([
    'fa-AF/desk.json hi: unknown placeholder nam',
    'fa-AF/desk.json days_other: lost placeholder count',
  ]);
});

test('words that hurt are found', () => {
  write('en/desk.json', {
    hi: 'Hello {{name}}, illegal migrant',
    days_one: '{{count}} day',
    days_other: '{{count}} days',
  });
  expect(checkLocales(dir)).toEqual(['en/desk.json hi: uses words we avoid']);
});
