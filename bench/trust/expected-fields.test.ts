import { expect, test } from 'vitest';
import { parseExpectedAnswers, askers } from '../../checks/authorisation/expected-answers.ts';
import { createExpectation, parseFields, readFields } from './expected-fields.ts';

const head = 'field,must leave by,may leave by,only for';
const row = (act: string, standing: string, ...may: string[]) =>
  [act, standing, ...askers.map((asker) => (may.includes(asker) ? 'yes' : 'no'))].join(',');
const answers = parseExpectedAnswers(
  [
    ['action', 'relation', ...askers].join(','),
    row('client.view', 'centre', 'counsellor'),
    row('client.view', 'linked', 'counsellor', 'volunteer'),
    row('client.view', 'restricted'),
    row('client.list', 'centre', 'counsellor', 'receptionist'),
  ].join('\n'),
);
const promised = createExpectation(
  parseFields(`${head}\nname,client.view,client.list,\nnote,client.view,,counsellor`),
  answers,
);

test.each(['field,must', `${head}\n,client.view,,`, `${head}\nname,client.view`, `${head}\nname,a,b,c,d`])(
  'a table that is none is refused: %j',
  (text) => {
    expect(() => parseFields(text)).toThrow();
  },
);

test('nothing leaves to those who may not, by no door', () => {
  expect(promised('name', 'client.view', 'centre', 'volunteer')).toBe('never');
  expect(promised('name', 'client.view', 'restricted', 'counsellor')).toBe('never');
  expect(promised('name', undefined, 'other-centre', 'counsellor')).toBe('never');
  expect(promised('note', 'client.view', 'linked', 'volunteer')).toBe('never');
  expect(promised('note', 'client.list', 'centre', 'counsellor')).toBe('never');
  expect(() => promised('shoe size', 'client.view', 'centre', 'counsellor')).toThrow();
});

test('what a view is for must arrive, what a list or a page shows may', () => {
  expect(promised('name', 'client.view', 'linked', 'volunteer')).toBe('must');
  expect(promised('name', 'client.list', 'linked', 'receptionist')).toBe('may');
  expect(promised('name', undefined, 'linked', 'volunteer')).toBe('may');
});

test('the table itself can be read, and names each field once', () => {
  const fields = readFields().map(({ field }) => field);
  expect(fields.length).toBeGreaterThan(15);
  expect(new Set(fields).size).toBe(fields.length);
});
