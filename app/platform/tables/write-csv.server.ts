import type { WriteCell, WriteSheet } from './table.ts';
import { cleanText, looksLikeFormula } from './xlsx-text.ts';

const pieceLength = 64 * 1024;

/**
 * A CSV in UTF-8 with its mark (Excel takes it for an old encoding otherwise), commas, lines as in RFC 4180. A text that a
 * program would run as a formula gets an apostrophe before it; numbers stay numbers, also negative ones.
 */
export async function* writeCsv({
  above = [],
  columns,
  rows,
  below = [],
}: WriteSheet): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let text = '\ufeff';
  const add = (cells: readonly WriteCell[]) => {
    text += `${cells.map(csvCell).join(',')}\r\n`;
  };
  above.forEach(add);
  add(columns.map(({ title }) => title));
  for await (const row of rows) {
    add(row);
    if (text.length < pieceLength) continue;
    yield encoder.encode(text);
    text = '';
  }
  below.forEach(add);
  yield encoder.encode(text);
}

function csvCell(cell: WriteCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  if (typeof cell === 'boolean') return String(cell);
  const text = cleanText(typeof cell === 'object' ? cell.date.replace('T', ' ') : cell);
  const safe = looksLikeFormula(text) ? `'${text}` : text;
  return /[",\r\n\t;]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
