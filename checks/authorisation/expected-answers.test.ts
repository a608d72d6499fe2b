import { expect, test } from 'vitest';
import { askers, parseExpectedAnswers } from './expected-answers.ts';

const head = ['action', 'relation', ...askers].join(',');
const cells = askers.map(() => 'no').join(',');

test.each([
  ['other columns', `action,relation,everybody\nlamp.light,centre,yes`],
  ['a relation that there is not', `${head}\nlamp.light,neighbour,${cells}`],
  ['a cell too few', `${head}\nlamp.light,centre,${cells.slice(3)}`],
  ['an answer that is neither yes nor no', `${head}\nlamp.light,centre,${cells.replace('no', 'maybe')}`],
  ['a line twice', `${head}\nlamp.light,centre,${cells}\nlamp.light,centre,${cells}`],
])('a table with %s is refused', (_what, text) => {
  expect(() => parseExpectedAnswers(text)).toThrow();
});

test('a line says who may', () => {
  const [row] = parseExpectedAnswers(`${head}\nlamp.light,own,${cells.replace('no', 'yes')}\n`);
  expect(row).toMatchObject({
    action: 'lamp.light',
    standing: 'own',
    may: { coordinator: true, counsellor: false, job: false },
  });
});
