import type { ReadRow } from '#platform/tables/table.ts';
import { fieldOfHeading } from './guess-columns.ts';
import { cellText } from './plain-text.ts';

/** How far down a heading is looked for: titles, logos and notes stand above it. */
export const headingDepth = 40;

/**
 * The row with the headings: the one with the most words that name a column, counted as the file counts. Merged titles
 * name none, or one. Where no row names two, the first with two texts beside each other. Undefined for an empty sheet.
 */
export function guessHeading(rows: readonly ReadRow[]): number | undefined {
  let best: { number: number; named: number } | undefined;
  for (const row of rows.slice(0, headingDepth)) {
    const texts = row.cells.filter((cell) => !cell.merged).map((cell) => cellText(cell.value));
    const named = new Set(
      texts.flatMap((text) => (text.length > 60 ? [] : (fieldOfHeading(text)?.field ?? []))),
    );
    if (named.size >= 2 && named.size > (best?.named ?? 0)) best = { number: row.number, named: named.size };
  }
  if (best) return best.number;
  const filled = (row: ReadRow) => row.cells.filter((cell) => cellText(cell.value) !== '').length;
  return (rows.find((row) => filled(row) >= 2) ?? rows[0])?.number;
}
