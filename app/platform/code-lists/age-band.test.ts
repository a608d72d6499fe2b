import { expect, test } from 'vitest';
import { ageBandOf, ageBandOfBirth } from './age-band.ts';

test('an age that is not known or impossible is unknown', () => {
  for (const age of [undefined, null, -1, Number.NaN]) expect(ageBandOf(age)).toBe('unknown');
  expect(ageBandOfBirth({}, '2026-11-22')).toBe('unknown');
});

test('bands begin on the birthday', () => {
  expect(ageBandOfBirth({ isoDate: '2008-11-23' }, '2026-11-22')).toBe('15_17');
  expect(ageBandOfBirth({ isoDate: '2008-11-22' }, '2026-11-22')).toBe('18_24');
  expect([0, 4, 5, 11, 12, 59, 60, 101].map(ageBandOf)).toEqual([
    '0_4',
    '0_4',
    '5_11',
    '5_11',
    '12_14',
    '45_59',
    '60_plus',
    '60_plus',
  ]);
});

test('a year counts from its middle', () => {
  expect(ageBandOfBirth({ year: 2001 }, '2026-06-30')).toBe('18_24');
  expect(ageBandOfBirth({ year: 2001 }, '2026-07-02')).toBe('25_34');
});
