import type { SlotFacts } from './slot-facts.ts';

/**
 * The facts of a slot in one number, so that thousands of people can be weighed without touching their objects:
 * year of birth, whether it was reckoned from an age, sex, origin. Good enough to choose whom to compare.
 */
export interface PackedFacts {
  pack(facts: SlotFacts): number;
}

const firstYear = 1850;
const yearBits = 0xff;
const saidAt = 8;
const sexAt = 9;
const originAt = 12;
const mostSexes = 7;
const mostOrigins = 4_095;

export function packedFacts(): PackedFacts {
  const sexes = new Map<string, number>();
  const origins = new Map<string, number>();
  /** 0 is "not known"; whatever is beyond the last number is not known either. */
  const numberOf = (known: Map<string, number>, value: string | undefined, most: number): number => {
    if (value === undefined) return 0;
    const found = known.get(value);
    if (found !== undefined) return found;
    if (known.size >= most) return 0;
    known.set(value, known.size + 1);
    return known.size;
  };
  return {
    pack(facts) {
      const year = facts.birthYear > firstYear ? Math.min(yearBits, facts.birthYear - firstYear) : 0;
      return (
        year |
        (facts.birthYearPrecise ? 0 : 1 << saidAt) |
        (numberOf(sexes, facts.sex, mostSexes) << sexAt) |
        (numberOf(origins, facts.origin, mostOrigins) << originAt)
      );
    },
  };
}

/** Roughly what the facts say for and against; the exact odds are in duplicate-score.ts. */
export function packedOdds(a: number, b: number): number {
  let odds = 0;
  const [year, other] = [a & yearBits, b & yearBits];
  if (year !== 0 && other !== 0) {
    const apart = year < other ? other - year : year - other;
    const said = ((a | b) >> saidAt) & 1;
    odds += apart === 0 ? 2.5 : apart === 1 ? 1 : apart <= 3 ? (said ? 0.5 : -1) : said ? -2 : -4;
  }
  const [sex, otherSex] = [(a >> sexAt) & mostSexes, (b >> sexAt) & mostSexes];
  if (sex !== 0 && otherSex !== 0 && sex !== otherSex) odds -= 3;
  const [origin, otherOrigin] = [a >> originAt, b >> originAt];
  if (origin !== 0 && otherOrigin !== 0) odds += origin === otherOrigin ? 0.5 : -1.5;
  return odds;
}
