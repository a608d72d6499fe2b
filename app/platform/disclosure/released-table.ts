import type { CountScope, CountUnit } from './count-table.ts';

/**
 * Who reads the numbers. `internal`: partners and donors under an agreement; they are taken to see everything that ever
 * left the house and to compare notes. `public`: anybody; they see what was published.
 */
export const audiences = ['internal', 'public'] as const;
export type Audience = (typeof audiences)[number];

/**
 * Why a number stays in the house. `small`: there are people behind it, and fewer than the threshold. `complementary`:
 * with it, another hidden number could be worked out. `released-differently`: an earlier release says another number,
 * and the difference would count few people.
 */
export type HiddenReason = 'small' | 'complementary' | 'released-differently';

export interface ReleasedCell {
  key: readonly string[];
  /** `null`: hidden. A hidden number is never 0, and that is known to everybody. */
  n: number | null;
}

/** A table as others have it: what left the house, and what left with it about the rule. */
export interface ReleasedTable {
  scope: CountScope;
  audience: Audience;
  code: string;
  unit: CountUnit;
  dimensions: readonly string[];
  /** A category that is not listed is 0. */
  cells: readonly ReleasedCell[];
}

export interface ProtectedCell extends ReleasedCell {
  /** Stays in the house: whoever knows which hidden number is the small one knows more of it. */
  reason?: HiddenReason;
  /**
   * What earlier releases say, and what leaves: the present count is another, and the difference would be a number about
   * the few people who were entered or corrected since.
   */
  keptFromEarlier?: true;
}

export interface ProtectedTable {
  code: string;
  unit: CountUnit;
  dimensions: readonly string[];
  cells: ProtectedCell[];
  /** Nothing of it can leave: `cells` is empty. */
  withheld?: true;
}

/** Fewer than this many people are not shown; a hidden number has at least as many possible values. */
export type Thresholds = Record<Audience, number>;

/** Which releases an attacker of this kind has on the table. */
export const isSeenBy = (attacker: Audience, released: { audience: Audience }): boolean =>
  attacker === 'internal' || released.audience === 'public';

export const isSmall = (n: number, threshold: number): boolean => n > 0 && n < threshold;

/** What others get to see of protected tables: no reasons. Tables that are held back do not exist for them. */
export function asReleased(
  tables: readonly ProtectedTable[],
  { scope, audience }: { scope: CountScope; audience: Audience },
): ReleasedTable[] {
  return tables
    .filter(({ withheld }) => !withheld)
    .map(({ code, unit, dimensions, cells }) => ({
      scope,
      audience,
      code,
      unit,
      dimensions,
      cells: cells.map(({ key, n }) => ({ key, n })),
    }));
}
