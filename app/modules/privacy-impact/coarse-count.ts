/** A number of people on a paper that leaves the house: nobody, `few` (fewer than the threshold), or at least so many. */
export type CoarseCount = { kind: 'none' } | { kind: 'few'; below: number } | { kind: 'at-least'; n: number };

/**
 * Rounded down to tens, and never under the threshold, so that two papers a week apart do not tell of one person. Exact
 * numbers that may leave are made by releases.
 */
export function coarseCount(n: number, threshold: number): CoarseCount {
  if (n === 0) return { kind: 'none' };
  if (n < threshold) return { kind: 'few', below: threshold };
  return { kind: 'at-least', n: Math.max(threshold, Math.floor(n / 10) * 10) };
}
