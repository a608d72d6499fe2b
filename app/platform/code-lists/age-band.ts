import { ageOn, birthSpan } from '#platform/language/birth.ts';
import type { Code } from './code-lists.ts';

export type AgeBand = Code<'ageBand'>;

const lowerBounds: readonly [from: number, band: AgeBand][] = [
  [60, '60_plus'],
  [45, '45_59'],
  [35, '35_44'],
  [25, '25_34'],
  [18, '18_24'],
  [15, '15_17'],
  [12, '12_14'],
  [5, '5_11'],
  [0, '0_4'],
];

/** The band of an age in whole years; `unknown` where the age is not known. */
export function ageBandOf(age: number | null | undefined): AgeBand {
  if (age === null || age === undefined || Number.isNaN(age) || age < 0) return 'unknown';
  return lowerBounds.find(([from]) => age >= from)?.[1] ?? 'unknown';
}

/**
 * The band on a day, from whatever is known: the span of a parsed birth, or a stored date or year.
 * Year and age stand for the middle of their span.
 */
export function ageBandOfBirth(
  birth: { earliest: string; latest: string } | { isoDate?: string | null; year?: number | null },
  onDay: string,
): AgeBand {
  const span = 'earliest' in birth ? birth : birthSpan(birth);
  return span === undefined ? 'unknown' : ageBandOf(ageOn(span, onDay));
}
