import { expect, test } from 'vitest';
import { callInput } from './campaign-form.ts';

const form = {
  callId: 'c',
  version: '3',
  minutes: '۷',
  decision: 'will_stay',
  likelihoodNow: '2',
  knowsWhomToContact: 'no',
};

test('what somebody who was not reached could not have said is left out', () => {
  expect(callInput({ ...form, outcome: 'not_reached' })).toEqual({
    callId: 'c',
    version: 3,
    outcome: 'not_reached',
  });
});

test('numbers in any digits are read, and what is none goes on to be refused', () => {
  expect(callInput({ ...form, outcome: 'reached' })).toMatchObject({
    minutes: 7,
    likelihoodNow: 2,
    knowsWhomToContact: false,
  });
  expect(callInput({ ...form, outcome: 'reached', minutes: 'long' })).toMatchObject({ minutes: 'long' });
  expect(callInput({})).toMatchObject({ outcome: '' });
});
