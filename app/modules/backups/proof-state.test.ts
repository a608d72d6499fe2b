import { expect, test } from 'vitest';
import { proofState } from './proof-state.ts';

const now = new Date('2026-03-10T09:00:00Z');

test('a house that was never brought back on trial is red', () => {
  expect(proofState(null, now)).toEqual({ tone: 'red', days: null });
});

test('a proof turns red on its eighth day, and not before', () => {
  expect(proofState(new Date('2026-03-02T09:00:00Z'), now)).toEqual({ tone: 'red', days: 8 });
  expect(proofState(new Date('2026-03-02T09:00:01Z'), now)).toEqual({ tone: 'well', days: 7 });
});
