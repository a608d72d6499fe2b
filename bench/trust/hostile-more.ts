import { hostileValues } from '../../checks/hostile-input/hostile-values.ts';
import type { Lot } from './lot.ts';

const small = hostileValues.filter(({ value }) => sizeOf(value) < 20_000).map(({ value }) => value);
const large = hostileValues.filter(({ value }) => sizeOf(value) >= 20_000).map(({ value }) => value);

function sizeOf(value: unknown): number {
  return (JSON.stringify(value) ?? '').length;
}

/** Names that every object has already, and such as templates, databases and shells understand. */
export const strangeNames = [
  '__proto__',
  'constructor',
  'prototype',
  'constructor.prototype.isAdmin',
  '__proto__[isAdmin]',
  'toString',
  'valueOf',
  'hasOwnProperty',
  'then',
  'length',
  'toJSON',
  '$ne',
  '$where',
  '{{7*7}}',
  '${7*7}',
  '<%= 7 %>',
  "' or '1'='1",
  "'; select pg_sleep(5); --",
  '$(sleep 5)',
  '`sleep 5`',
  '| sleep 5',
  'a\r\nSet-Cookie: serai=x',
  'javascript:alert(1)',
  'file:///etc/passwd',
  '../../../../../../etc/passwd',
  '..\\..\\..\\windows\\win.ini',
  '/proc/self/environ',
  '%2e%2e%2f%2e%2e%2f',
  'C:\\',
  '\\\\host\\share',
  'CON',
];

const signs = [
  '\u0000',
  '\u200d',
  '\u202e',
  '\ufeff',
  '\ufffe',
  '\uffff',
  '\ud83d\ude00',
  '\ud800',
  '\udfff',
  '\u0300',
  '\u0e33',
  '\ufdfa',
  '\u0130',
  '\u00df',
  '\u2028',
  '\u2029',
  '\u0085',
  '\u000b',
  '"',
  "'",
  '<',
  '&',
  '\\',
  '%',
  '\n',
  '\r',
  '\t',
  'ا',
  'ব',
  '九',
];
const numbers = [
  0,
  -0,
  -1,
  1.5,
  2 ** 31,
  2 ** 53,
  1e308,
  -1e308,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  Number.MIN_VALUE,
];
const days = [
  '2026-02-30',
  '0000-00-00',
  '-000001-01-01',
  '+275760-09-13',
  '9999-12-31',
  '2026-1-1',
  '2026-01-01T25:61:61Z',
  '1447-13-01',
];

/** Something that a field should not hold: a known trick, or letters, numbers and nests drawn by lot. */
export function hostileValue(lot: Lot): unknown {
  const kind = lot.below(100);
  if (kind < 45) return lot.pick(small);
  if (kind < 46) return lot.pick(large);
  if (kind < 60) return lot.pick(strangeNames);
  if (kind < 75) return randomText(lot, lot.pick([1, 2, 7, 40, 255, 256, 2_001]));
  if (kind < 82) return lot.pick(numbers);
  if (kind < 88) return lot.pick(days);
  if (kind < 92) return { [lot.pick(strangeNames)]: lot.pick(small) };
  if (kind < 96) return [lot.pick(small), lot.pick(small)];
  return nest(lot, lot.below(40));
}

export const randomText = (lot: Lot, length: number): string =>
  Array.from({ length }, () =>
    lot.chance(0.4) ? lot.pick(signs) : String.fromCharCode(lot.below(lot.pick([0x80, 0x800, 0x10000]))),
  ).join('');

function nest(lot: Lot, depth: number): unknown {
  if (depth === 0) return lot.pick(small);
  return lot.chance(0.5) ? [nest(lot, depth - 1)] : { [lot.pick(strangeNames)]: nest(lot, depth - 1) };
}

/** As it goes into a form or an address, where everything is text. */
export function asText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  return JSON.stringify(value) ?? '';
}
