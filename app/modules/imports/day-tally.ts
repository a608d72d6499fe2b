import { toAsciiDigits } from '#platform/language/digits.ts';
import type { CellValue } from '#platform/tables/table.ts';
import type { ImportSettings } from './import-settings.ts';
import { cellText } from './plain-text.ts';
import { readDayParts } from './read-day-parts.ts';

/** Days that only the chosen order decided, as long as no day over twelve in their column says that it is right. */
export function dayTally(settings: ImportSettings, today: string) {
  const columns = (settings.columns ?? []).filter(({ calendar }) => calendar !== undefined);
  const tally = new Map(columns.map(({ column }) => [column, { ambiguous: 0, decided: false }]));
  return {
    add(cells: readonly CellValue[]): void {
      for (const { column, calendar = 'gregory', order = 'dmy' } of columns) {
        const of = tally.get(column);
        const value = cells[column] ?? null;
        if (!of || of.decided || typeof value !== 'string') continue;
        const [, a, b] = toAsciiDigits(cellText(value)).match(/^(\d{1,2})\D(\d{1,2})\D\d{2,4}\b/) ?? [];
        if (a !== undefined && (Number(a) > 12 || Number(b) > 12)) of.decided = true;
        else if (readDayParts(value, { calendar, order }, today)?.ambiguous) of.ambiguous += 1;
      }
    },
    undecided: () =>
      [...tally.values()].reduce((sum, { ambiguous, decided }) => sum + (decided ? 0 : ambiguous), 0),
  };
}
