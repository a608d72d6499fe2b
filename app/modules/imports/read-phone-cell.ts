import { toAsciiDigits } from '#platform/language/digits.ts';
import type { CellValue } from '#platform/tables/table.ts';
import { cellText } from './plain-text.ts';

/** The numbers in a cell: several stand beside each other with a stroke, a comma, "or". A spreadsheet's `.0` goes. */
export function readPhoneCell(value: CellValue): string[] {
  if (typeof value === 'number') return [value.toFixed(0)];
  return toAsciiDigits(cellText(value))
    .split(/\s*(?:[/;,،|&\n]|\bor\b|\bو\b|\sیا\s|\sأو\s)\s*/iu)
    .map((part) => part.replace(/\.0$/, '').trim())
    .filter((part) => part !== '')
    .slice(0, 3);
}
