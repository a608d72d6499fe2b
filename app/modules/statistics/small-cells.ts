/** A number as it may be shown: itself, `few` (more than none, fewer than the threshold), or `hidden` to protect another. */
export type Cell = { kind: 'count'; n: number } | { kind: 'few' } | { kind: 'hidden' };

export interface CountOfCode {
  code: string;
  n: number;
}

export interface ProtectedTable {
  rows: { code: string; cell: Cell }[];
  /** True when nothing of the table can be shown beside its total. */
  withheld: boolean;
}

export const shown = (n: number): Cell => ({ kind: 'count', n });

/** A number that stands by itself. No threshold means that the reader may see all. */
export function protectNumber(n: number, threshold: number | undefined): Cell {
  return threshold !== undefined && n > 0 && n < threshold ? { kind: 'few' } : shown(n);
}

/**
 * A table of counts that add up to a total which the reader also sees. Small counts become `few`; then the smallest other
 * counts are hidden until each small count could be anything from 1 to one below the threshold, also for a reader who
 * subtracts and knows this rule. Where that cannot be reached the table is withheld.
 */
export function protectTable(counts: readonly CountOfCode[], threshold: number | undefined): ProtectedTable {
  const given = counts.filter(({ n }) => n > 0);
  const total = given.reduce((sum, { n }) => sum + n, 0);
  const small = new Set(
    threshold === undefined ? [] : given.filter(({ n }) => n < threshold).map(({ code }) => code),
  );
  if (threshold === undefined || small.size === 0)
    return { rows: given.map(({ code, n }) => ({ code, cell: shown(n) })), withheld: false };
  // The total is `few` itself: there is nothing to subtract from.
  if (total < threshold) {
    const rows = given.map(({ code }) => ({ code, cell: { kind: 'few' } as const }));
    return { rows: rows.sort(byWhatIsShown), withheld: false };
  }
  const large = given.filter(({ n }) => n >= threshold).sort((a, b) => a.n - b.n);
  for (let hiding = 0; hiding <= large.length; hiding += 1) {
    const left = large.slice(hiding);
    const rest = total - left.reduce((sum, { n }) => sum + n, 0);
    if (!isAmbiguous(rest, small.size, hiding, threshold, left[0]?.n)) continue;
    const hidden = new Set(large.slice(0, hiding).map(({ code }) => code));
    const rows = given.map(({ code, n }) => ({ code, cell: cellOf(code, n, small, hidden) }));
    return { rows: rows.sort(byWhatIsShown), withheld: false };
  }
  return { rows: [], withheld: true };
}

/**
 * May each of `small` unknown counts be anything from 1 to threshold − 1, when all unknown counts add up to `rest` and the
 * `hiding` others are known to lie between the threshold and the smallest count still shown?
 */
function isAmbiguous(
  rest: number,
  small: number,
  hiding: number,
  threshold: number,
  smallestShown = Number.POSITIVE_INFINITY,
): boolean {
  const most = (small - 1) * (threshold - 1) + (hiding === 0 ? 0 : hiding * smallestShown);
  const least = small - 1 + hiding * threshold;
  return rest - most <= 1 && rest - least >= threshold - 1;
}

function cellOf(code: string, n: number, small: ReadonlySet<string>, hidden: ReadonlySet<string>): Cell {
  if (small.has(code)) return { kind: 'few' };
  return hidden.has(code) ? { kind: 'hidden' } : shown(n);
}

const places = { count: 0, hidden: 1, few: 2 };

/** Counts largest first, then the others by code: an order by number would tell which of two unseen counts is larger. */
function byWhatIsShown(a: ProtectedTable['rows'][number], b: ProtectedTable['rows'][number]): number {
  if (a.cell.kind === 'count' && b.cell.kind === 'count' && a.cell.n !== b.cell.n) return b.cell.n - a.cell.n;
  return places[a.cell.kind] - places[b.cell.kind] || (a.code < b.code ? -1 : 1);
}
