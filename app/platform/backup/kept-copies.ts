/** How many copies of the records stay: the newest of so many days, weeks and months. Of keys only days count. */
export interface KeptCopies {
  daily: number;
  weekly: number;
  monthly: number;
}

export const usualKept: KeptCopies = { daily: 7, weekly: 5, monthly: 12 };

/** Whoever is erased must be erased from the copies too: no copy of keys is older, whatever was chosen. */
export const keysKeptDays = 30;

interface Dated {
  /** ISO instant. */
  madeAt: string;
}

const day = 24 * 3600 * 1000;

/** Weeks begin on Monday (ISO 8601). */
const weekOf = (madeAt: string): number => Math.floor((new Date(madeAt).getTime() / day + 3) / 7);

const before = (now: Date, days: number): string => new Date(now.getTime() - days * day).toISOString();

/**
 * The copies that stay. The newest always does, and all of the last day; every other is the newest of its day, week or
 * month, as long as that many are wished.
 */
export function chooseKept<Copy extends Dated>(
  copies: readonly Copy[],
  wished: KeptCopies,
  now: Date,
): Set<Copy> {
  const newestFirst = copies.toSorted((a, b) => b.madeAt.localeCompare(a.madeAt));
  const kept = new Set<Copy>(
    newestFirst.filter(({ madeAt }, place) => place === 0 || madeAt > before(now, 1)),
  );
  const spans: [number, (copy: Copy) => string][] = [
    [wished.daily, ({ madeAt }) => madeAt.slice(0, 10)],
    [wished.weekly, ({ madeAt }) => String(weekOf(madeAt))],
    [wished.monthly, ({ madeAt }) => madeAt.slice(0, 7)],
  ];
  for (const [count, spanOf] of spans) {
    const seen = new Set<string>();
    for (const copy of newestFirst) {
      const span = spanOf(copy);
      if (seen.has(span)) continue;
      if (seen.size === count) break;
      seen.add(span);
      kept.add(copy);
    }
  }
  return kept;
}

/** Of keys: as many days as of the records, at most thirty, and nothing older, even if it is the only one. */
export function chooseKeptKeys<Copy extends Dated>(
  copies: readonly Copy[],
  wished: KeptCopies,
  now: Date,
): Set<Copy> {
  const daily = Math.min(wished.daily, keysKeptDays);
  const young = copies.filter(({ madeAt }) => madeAt >= before(now, keysKeptDays));
  return chooseKept(young, { daily, weekly: 0, monthly: 0 }, now);
}
