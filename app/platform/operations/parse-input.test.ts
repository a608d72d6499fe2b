import { expect, test } from 'vitest';
import { z } from 'zod';
import { isProblem } from '../problem.ts';
import { parseInput } from './parse-input.ts';
import { lineSchema, noteSchema } from './text-schema.ts';

function faults(schema: z.ZodType, input: unknown): Record<string, string> {
  try {
    parseInput(schema, input);
    return {};
  } catch (error) {
    if (!isProblem(error)) throw error;
    return Object.fromEntries(error.fields.map((field) => [field.path, field.code]));
  }
}

const schema = z.object({
  name: lineSchema(10),
  note: noteSchema(20).optional(),
  email: z.email().optional(),
  day: z.iso.date().optional(),
  age: z.number().min(0).max(120).optional(),
  sex: z.enum(['female', 'male']).optional(),
  people: z.array(z.object({ given: lineSchema(5) })).optional(),
});

test('each wrong field is named once, with a code that can be translated', () => {
  expect(
    faults(schema, {
      name: 'much too long a name',
      email: 'nobody',
      day: '2026-02-30',
      age: 130,
      sex: 'x',
      people: [{ given: '' }],
    }),
  ).toEqual({
    name: 'too-long',
    email: 'not-an-email',
    day: 'not-a-date',
    age: 'number-max',
    sex: 'choose-one',
    'people.0.given': 'required',
  });
});

test('what is missing is required, what is of another kind is not valid', () => {
  expect(faults(schema, {})).toEqual({ name: 'required' });
  expect(faults(schema, { name: 12 })).toEqual({ name: 'not-valid' });
  expect(faults(schema, 'a string')).toEqual({ '': 'not-valid' });
});

test.each(['\u0000', 'a\u202eb', '\ud800', '\u0007'])('characters that hide or break are refused', (bad) => {
  expect(faults(schema, { name: `a${bad}b` })).toEqual({ name: 'bad-characters' });
  expect(faults(schema, { name: 'a', note: `a${bad}b` })).toEqual({ note: 'bad-characters' });
});

test('lines are kept in a note and refused in a name', () => {
  expect(faults(schema, { name: 'a', note: 'one\ntwo' })).toEqual({});
  expect(faults(schema, { name: 'a\nb' })).toEqual({ name: 'bad-characters' });
});
