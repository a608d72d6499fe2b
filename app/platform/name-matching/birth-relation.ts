import type { SlotFacts } from './slot-facts.ts';

/** How two births stand to each other. `said`: one of the years was reckoned from an age that somebody said. */
export type BirthRelation =
  | 'same-date'
  | 'turned-date'
  | 'same-day-other-year'
  | 'same-year'
  | 'same-year-other-day'
  | 'one-apart'
  | 'one-apart-said'
  | 'near'
  | 'near-said'
  | 'far-said'
  | 'far';

type BornFacts = Pick<SlotFacts, 'birthYear' | 'birthYearPrecise' | 'birthDate'>;

/** Undefined where one of them is not known. */
export function birthRelation(a: BornFacts, b: BornFacts): BirthRelation | undefined {
  if (!a.birthYear || !b.birthYear) return undefined;
  const apart = Math.abs(a.birthYear - b.birthYear);
  if (a.birthDate && b.birthDate) {
    if (a.birthDate === b.birthDate) return 'same-date';
    if (apart <= 2 && a.birthDate % 10_000 === b.birthDate % 10_000) return 'same-day-other-year';
    if (turned(a.birthDate) === b.birthDate) return 'turned-date';
    if (apart === 0) return 'same-year-other-day';
    return apart <= 2 ? 'near' : 'far';
  }
  if (apart === 0) return 'same-year';
  const said = !a.birthYearPrecise || !b.birthYearPrecise;
  if (apart === 1) return said ? 'one-apart-said' : 'one-apart';
  if (apart <= 3) return said ? 'near-said' : 'near';
  return said && apart <= 6 ? 'far-said' : 'far';
}

/** Day and month changed for each other. */
function turned(date: number): number {
  const [year, month, day] = [Math.floor(date / 10_000), Math.floor(date / 100) % 100, date % 100];
  return year * 10_000 + day * 100 + month;
}
