/** One measured figure. */
export interface Figure {
  name: string;
  value: number;
  unit: string;
  /** What it should be, in the same unit; null where it is told for orientation only. */
  aim: number | null;
  /** `most`: smaller is better; `least`: larger is better. */
  sense: 'most' | 'least';
  met: boolean | null;
  /** What the machine itself reached in the same run with plain means, in the same unit. */
  limit: number | null;
  /** Value to limit. */
  ratio: number | null;
  /** What was measured, in a few words. */
  note?: string;
}

interface Measured {
  name: string;
  value: number;
  unit: string;
  aim?: number;
  sense?: Figure['sense'];
  limit?: number;
  note?: string;
}

export function figure({ name, value, unit, aim, sense = 'most', limit, note }: Measured): Figure {
  const met = aim === undefined ? null : sense === 'most' ? value <= aim : value >= aim;
  return {
    name,
    value: round(value),
    unit,
    aim: aim === undefined ? null : round(aim),
    sense,
    met,
    limit: limit === undefined ? null : round(limit),
    ratio: limit === undefined || limit === 0 ? null : round(value / limit),
    ...(note && { note }),
  };
}

/** Three digits that mean something. */
export const round = (value: number): number =>
  value === 0 || !Number.isFinite(value) ? value : Number(value.toPrecision(3));

/** The value that a share of the measurements does not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(sorted.length * share) - 1))] ?? 0;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

export function printFigures(figures: readonly Figure[]): void {
  const rows = figures.map((each) => [
    each.met === null ? ' ' : each.met ? '✓' : '✗',
    each.name,
    `${each.value} ${each.unit}`,
    each.aim === null ? '' : `${each.sense === 'most' ? '≤' : '≥'} ${each.aim}`,
    each.limit === null ? '' : String(each.limit),
    each.ratio === null ? '' : String(each.ratio),
    each.note ?? '',
  ]);
  const head = ['', 'figure', 'value', 'aim', 'limit', 'ratio', ''];
  const all = [head, ...rows];
  const widths = head.map((_, at) => Math.max(...all.map((row) => row[at]?.length ?? 0)));
  for (const row of all)
    console.log(
      row
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    );
}
