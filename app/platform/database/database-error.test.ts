import { expect, test } from 'vitest';
import { Problem } from '../problem.ts';
import { translateDatabaseError } from './database-error.server.ts';

const coded = (code: string, message = '') => Object.assign(new Error(message), { code });

test('what a person can wait for says how long', () => {
  for (const error of [
    coded('57P03'),
    coded('ECONNREFUSED'),
    coded('08006'),
    new Error('Connection terminated unexpectedly'),
    coded('53300'),
  ]) {
    expect(translateDatabaseError(error)).toMatchObject({
      code: 'database.unavailable',
      status: 503,
      retryAfter: 5,
    });
  }
});

test('a full disk is said to be one', () => {
  expect(translateDatabaseError(coded('53100'))).toMatchObject({ code: 'storage.full', status: 507 });
});

test('a lost race may run again', () => {
  expect(['40001', '40P01'].map((code) => translateDatabaseError(coded(code)))).toEqual(['retry', 'retry']);
});

test('problems and mistakes of ours stay what they are', () => {
  const problem = new Problem('not-found', 404);
  const mistake = new TypeError('x is not a function');
  expect([translateDatabaseError(problem), translateDatabaseError(mistake)]).toEqual([problem, mistake]);
});
