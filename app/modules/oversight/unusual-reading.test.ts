import { expect, test } from 'vitest';
import { ordinaryDays, usualLimits } from './ordinary-month.testing.ts';
import { type Flag, type FlagKind, type Look, unusualReading } from './unusual-reading.ts';

const look = (staffId: string, at: number, more: Partial<Look> = {}): Look => ({
  seq: 0,
  at,
  staffId,
  roles: ['counsellor'],
  action: 'client.view',
  clientId: 'person-1',
  linked: true,
  ...more,
});

/** Flags of four ordinary weeks in which something was done on the day given. */
function flagsWith(plant: (at: (hour: number) => number) => Look[], seed = 'planted', on = 24): Flag[] {
  const flags: Flag[] = [];
  for (const day of ordinaryDays(4, seed, (number, at) => (number === on ? plant(at) : [])))
    flags.push(...unusualReading(day));
  return flags.filter(({ day }) => day === new Date(Date.UTC(2026, 2, 1 + on)).toISOString().slice(0, 10));
}
const kinds = (flags: Flag[], staffId: string): FlagKind[] =>
  flags.filter((flag) => flag.staffId === staffId).map(({ kind }) => kind);

const many = (count: number, at: (hour: number) => number, hour: number, more: Partial<Look> = {}) =>
  Array.from({ length: count }, (_, n) =>
    look('counsellor-2', at(hour) + n * 45_000, { clientId: `swept-${n}`, ...more }),
  );

test('a centre of eight that does its work raises no more than one flag in a week', () => {
  const months = 12;
  let flags = 0;
  let looks = 0;
  for (let month = 0; month < months; month += 1) {
    for (const day of ordinaryDays(4, `month-${month}`)) {
      flags += unusualReading(day).length;
      looks += day.looks.length;
    }
  }
  expect(looks / (months * 4)).toBeGreaterThan(700);
  expect(flags / (months * 4)).toBeLessThan(1);
});

test('whoever goes through many files in an hour is flagged, by hand or by a program’s pace', () => {
  for (const [count, seed] of [
    [26, 'a'],
    [60, 'b'],
    [400, 'c'],
  ] as const) {
    const flags = flagsWith((at) => many(count, at, 10), seed);
    expect(kinds(flags, 'counsellor-2')).toContain('sweep');
    expect(kinds(flags, 'counsellor-3')).not.toContain('sweep');
  }
});

test('a sweep over a whole morning, slower than any hour’s limit, shows by the files without a link', () => {
  const flags = flagsWith((at) =>
    Array.from({ length: 30 }, (_, n) =>
      look('counsellor-2', at(9) + n * 600_000, { clientId: `slow-${n}`, linked: false }),
    ),
  );
  expect(kinds(flags, 'counsellor-2')).toEqual(['not-linked']);
});

test('fishing by names is flagged too', () => {
  const flags = flagsWith((at) =>
    Array.from({ length: 90 }, (_, n) =>
      look('counsellor-1', at(11) + n * 20_000, { action: 'client.find', clientId: undefined }),
    ),
  );
  expect(kinds(flags, 'counsellor-1')).toContain('searches');
});

test('a file of one’s own family is flagged when nobody asked for the look', () => {
  const planted = (linked: boolean) => (at: (hour: number) => number) => [
    look('caseworker', at(12), { clientId: 'cousin', sameFamily: true, linked }),
  ];
  expect(flagsWith(planted(false)).find(({ kind }) => kind === 'own-family')).toMatchObject({
    staffId: 'caseworker',
    clientId: 'cousin',
  });
  expect(kinds(flagsWith(planted(true)), 'caseworker')).not.toContain('own-family');
});

test('reading at night is flagged, but not of those whose shift it is, nor shortly after closing', () => {
  expect(
    kinds(
      flagsWith((at) => [look('counsellor-1', at(23))]),
      'counsellor-1',
    ),
  ).toEqual(['after-hours']);
  expect(
    kinds(
      flagsWith((at) => [look('counsellor-1', at(18.2))]),
      'counsellor-1',
    ),
  ).toEqual([]);
  expect(
    kinds(
      flagsWith((at) => [look('hotline', at(23), { roles: ['hotline_operator'] })]),
      'hotline',
    ),
  ).toEqual([]);
  // An emergency is reviewed for itself.
  expect(
    kinds(
      flagsWith((at) => [look('counsellor-1', at(23), { emergency: true })]),
      'counsellor-1',
    ),
  ).toEqual([]);
});

test('a second emergency within a week is a chain', () => {
  const emergency = (at: number) =>
    look('counsellor-1', at, { action: 'break-glass.open', clientId: 'closed-2', restricted: true });
  expect(
    kinds(
      flagsWith((at) => [emergency(at(10))]),
      'counsellor-1',
    ),
  ).toEqual([]);
  expect(
    kinds(
      flagsWith((at) => [emergency(at(10)), emergency(at(14))]),
      'counsellor-1',
    ),
  ).toContain('break-glass-chain');
});

test('looking at one restricted person again and again without serving them is flagged', () => {
  const again = (staffId: string) => (at: (hour: number) => number) =>
    Array.from({ length: 10 }, (_, n) =>
      look(staffId, at(9) + n * 1_500_000, { clientId: 'closed-1', restricted: true }),
    );
  expect(kinds(flagsWith(again('counsellor-3')), 'counsellor-3')).toContain('restricted-again');
  expect(kinds(flagsWith(again('caseworker')), 'caseworker')).not.toContain('restricted-again');
});

test('limits that were set too high would let the sweep pass: the test of the test', () => {
  const limits = { ...usualLimits, sweepFiles: 10_000, unlinkedFiles: 10_000 };
  const flags: Flag[] = [];
  const plant = (number: number, at: (hour: number) => number) =>
    number === 24 ? many(60, at, 10, { linked: false }) : [];
  for (const day of ordinaryDays(4, 'a', plant, limits)) flags.push(...unusualReading(day));
  expect(kinds(flags, 'counsellor-2')).not.toContain('sweep');
});
