import { expect, test } from 'vitest';
import { z } from 'zod';
import { fieldPaths, withField } from './field-paths.ts';

test('fields are found in lists, choices and free records', () => {
  const schema = z.object({
    names: z.array(z.object({ given: z.string(), family: z.string().optional() })),
    reach: z.union([z.object({ phone: z.string() }), z.object({ mail: z.string() })]),
    notes: z.record(z.string(), z.string()),
  });
  const found = fieldPaths(schema).map((path) => path.join('.'));
  expect(found).toEqual([
    'names',
    'names.0',
    'names.0.given',
    'names.0.family',
    'reach',
    'reach.phone',
    'reach.mail',
    'notes',
    'notes.x',
  ]);
});

test('free keys of the example are fields too', () => {
  const found = fieldPaths(z.object({ notes: z.record(z.string(), z.string()) }), {
    notes: { 'a.b': 'text' },
  });
  expect(found).toContainEqual(['notes', 'a.b']);
});

test('one field is replaced, the rest stays', () => {
  const input = { names: [{ given: 'A', family: 'B' }], sex: 'female' };
  expect(withField(input, ['names', 0, 'given'], 7)).toEqual({
    names: [{ given: 7, family: 'B' }],
    sex: 'female',
  });
  expect(withField({}, ['a', 0, 'b'], 1)).toEqual({ a: [{ b: 1 }] });
  expect(input.names[0]?.given).toBe('A');
});
