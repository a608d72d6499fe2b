import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { factCodeSchema } from '#modules/facts/fact.schemas.ts';
import { slugSchema } from './guide.schemas.ts';

/** Breaks off what never ends, so that a hanging check is a failing one. */
const takes = (schema: typeof slugSchema, typed: string): boolean =>
  runInNewContext('check()', { check: () => schema.safeParse(typed).success }, { timeout: 5_000 }) as boolean;

test.each([
  ['slug', slugSchema],
  ['code', factCodeSchema],
])(
  'a long word with one wrong letter at its end is refused as a %s and keeps nobody waiting',
  (_, schema) => {
    expect(takes(schema, `${'a'.repeat(59)}!`)).toBe(false);
    expect(takes(schema, `${'a-'.repeat(40_000)}!`)).toBe(false);
    expect(takes(schema, 'a'.repeat(61))).toBe(false);
  },
);

test('words, numbers and single hyphens make a slug', () => {
  expect(takes(slugSchema, 'pk-sa-2-contract')).toBe(true);
  for (const typed of ['', '-a', 'a-', 'a--b', 'a b', 'A']) expect(takes(slugSchema, typed)).toBe(false);
});
