import { configure, ZipWriter } from '@zip.js/zip.js';
import type { WriteCell, WriteSheet } from './table.ts';
import { tableProblem, usualLimits } from './table-limits.ts';
import { serialOfDate } from './xlsx-dates.ts';
import { cellStyle, sheetBeginning, surroundingParts } from './xlsx-parts.ts';
import { columnLetters } from './xlsx-place.ts';
import { looksLikeFormula, xlsxText } from './xlsx-text.ts';

configure({ useWebWorkers: false });

/** 1 January 1980, the first moment a zip knows: the same table gives the same bytes. */
const noMoment = ((1 << 5) | 1) << 16;
const pieceLength = 64 * 1024;

/**
 * An XLSX, made while it is sent: rows are asked for as the receiver takes bytes, and none is kept. Texts are texts, also
 * when they begin like a formula; dates are dates from March 1900 on, text before.
 * @throws Problem `table.too-many-rows` while it is read; what `rows` throws
 */
export async function* writeXlsx(sheets: readonly WriteSheet[]): AsyncGenerator<Uint8Array> {
  let fail = (_error: unknown): void => undefined;
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>({
    start(controller) {
      fail = (error) => controller.error(error);
    },
  });
  const zip = new ZipWriter(writable, {
    rawLastModDate: noMoment,
    extendedTimestamp: false,
    zip64: false,
    keepOrder: true,
  });
  const open: AsyncGenerator<string>[] = [];
  const written = addParts(zip, sheets, open).catch((error: unknown) => fail(error));
  const reader = readable.getReader();
  try {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) break;
      yield value;
    }
  } finally {
    // Whoever stops taking stops the writing, and with it the rows.
    await reader.cancel().catch(() => undefined);
    await written;
    for (const pieces of open) await pieces.return(undefined);
  }
}

async function addParts(
  zip: ZipWriter<unknown>,
  sheets: readonly WriteSheet[],
  open: AsyncGenerator<string>[],
): Promise<void> {
  for (const [name, xml] of surroundingParts(sheets.map(({ name: title }) => title))) {
    await zip.add(name, streamOf(once(xml)));
  }
  for (const [at, sheet] of sheets.entries()) {
    const pieces = sheetXml(sheet);
    open.push(pieces);
    await zip.add(`xl/worksheets/sheet${at + 1}.xml`, streamOf(pieces));
  }
  await zip.close();
}

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}

/** XML in pieces of about 64 KiB, so that neither one row nor the whole table is a step of its own. */
async function* sheetXml(sheet: WriteSheet): AsyncGenerator<string> {
  const { above = [], below = [], columns, rightToLeft = false } = sheet;
  const headingRow = above.length + 1;
  let number = 0;
  let xml = sheetBeginning(columns, headingRow, rightToLeft);
  const add = (cells: readonly WriteCell[], style?: number) => {
    number++;
    if (number > usualLimits.rows) throw tableProblem('too-many-rows', { limit: usualLimits.rows });
    xml += `<row r="${number}">`;
    for (let at = 0; at < cells.length; at++) xml += cellXml(cells[at] ?? null, at, number, style);
    xml += '</row>';
  };
  for (const [at, line] of above.entries()) add(line, at === 0 ? cellStyle.title : undefined);
  add(
    columns.map(({ title }) => title),
    cellStyle.heading,
  );
  for await (const row of sheet.rows) {
    add(row);
    if (xml.length < pieceLength) continue;
    yield xml;
    xml = '';
  }
  const lastRow = number;
  for (const line of below) add(line);
  const lastColumn = columnLetters(Math.max(columns.length, 1) - 1);
  xml += `</sheetData><autoFilter ref="A${headingRow}:${lastColumn}${lastRow}"/>${onPaper}</worksheet>`;
  yield xml;
}

/** All columns side by side on A4 across, as many pages long as it takes. */
const onPaper = '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>';

const letters = Array.from({ length: 64 }, (_, at) => columnLetters(at));

function cellXml(cell: WriteCell, column: number, row: number, style?: number): string {
  if (cell === null) return '';
  const place = `<c r="${letters[column] ?? columnLetters(column)}${row}"`;
  if (typeof cell === 'number')
    return Number.isFinite(cell) ? `${place}${styled(style)}><v>${cell}</v></c>` : '';
  if (typeof cell === 'boolean') return `${place}${styled(style)} t="b"><v>${cell ? 1 : 0}</v></c>`;
  if (typeof cell === 'object') {
    const serial = serialOfDate(cell);
    if (serial === undefined) return cellXml(cell.date, column, row, style);
    return `${place}${styled(cell.date.includes('T') ? cellStyle.moment : cellStyle.date)}><v>${serial}</v></c>`;
  }
  if (cell === '') return '';
  const text = style ?? (looksLikeFormula(cell) ? cellStyle.quoted : undefined);
  return `${place}${styled(text)} t="inlineStr"><is><t xml:space="preserve">${xlsxText(cell)}</t></is></c>`;
}

const styled = (style: number | undefined): string => (style === undefined ? '' : ` s="${style}"`);

function streamOf(pieces: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream(
    {
      async pull(controller) {
        const { value, done } = await pieces.next();
        if (done) controller.close();
        else controller.enqueue(encoder.encode(value));
      },
      async cancel() {
        await pieces.return(undefined);
      },
    },
    { highWaterMark: 1 },
  );
}
