import type { ReadCell, ReadRow } from './table.ts';
import { type TableLimits, tableProblem } from './table-limits.ts';
import { dateOfSerial } from './xlsx-dates.ts';
import type { CoveredColumns } from './xlsx-merged.server.ts';
import { columnOf } from './xlsx-place.ts';
import { plainText } from './xlsx-texts.server.ts';
import type { NumberStyle } from './xlsx-workbook.server.ts';
import { readXml } from './xml-reader.server.ts';

export interface SheetGiven {
  styles: readonly NumberStyle[];
  from1904: boolean;
  texts: readonly string[];
  covered: CoveredColumns;
  limits: TableLimits;
}

/**
 * The rows of a sheet as they come out of the packed file; never more than one unpacked piece is held. A row or cell
 * without its number stands behind the one before it, as some programs leave numbers out.
 */
export async function* readSheetRows(
  pieces: AsyncIterable<string>,
  given: SheetGiven,
): AsyncGenerator<ReadRow> {
  const { limits } = given;
  let ready: ReadRow[] = [];
  let inData = false;
  let row = 0;
  let cells: ReadCell[] = [];
  let filled = false;
  let column = -1;
  let type = '';
  let style = 0;
  let formula = false;
  let raw: string | undefined;
  let collecting = false;
  let inReading = false;

  const endCell = () => {
    const cell = raw === undefined && !formula ? undefined : readCell(raw ?? '', type, style, given);
    if (!cell || (cell.value === null && cell.error === undefined && !formula)) return;
    if (column >= limits.columns) throw tableProblem('too-many-columns', { limit: limits.columns, row });
    while (cells.length < column) cells.push({ value: null });
    cells[column] = formula ? { ...cell, formula } : cell;
    filled = true;
  };
  const endRow = () => {
    if (!filled) return;
    if (row > limits.rows) throw tableProblem('too-many-rows', { limit: limits.rows });
    for (const each of given.covered(row)) {
      while (cells.length <= each) cells.push({ value: null });
      const cell = cells[each];
      if (cell) cell.merged = true;
    }
    ready.push({ number: row, cells });
  };

  const parsed = readXml(pieces, {
    open(name, attributes) {
      if (name === 'sheetData') inData = true;
      if (!inData) return;
      if (name === 'c') {
        column = attributes.r === undefined ? column + 1 : columnOf(attributes.r);
        if (column < 0) throw tableProblem('damaged');
        type = attributes.t ?? '';
        style = Number(attributes.s ?? 0);
        formula = false;
        raw = undefined;
      } else if (name === 'v' || name === 't') collecting = !inReading;
      else if (name === 'f') formula = true;
      else if (name === 'rPh') inReading = true;
      else if (name === 'row') {
        row = attributes.r === undefined ? row + 1 : Number(attributes.r);
        if (!Number.isSafeInteger(row) || row < 1) throw tableProblem('damaged');
        cells = [];
        filled = false;
        column = -1;
      }
    },
    close(name) {
      if (name === 'v' || name === 't') collecting = false;
      else if (name === 'rPh') inReading = false;
      else if (!inData) return;
      else if (name === 'c') endCell();
      else if (name === 'row') endRow();
      else if (name === 'sheetData') inData = false;
    },
    text(text) {
      if (!collecting) return;
      raw = (raw ?? '') + text;
      if (raw.length > limits.cellLength) throw tableProblem('cell-too-long', { limit: limits.cellLength });
    },
  });
  for await (const _ of parsed) {
    if (ready.length === 0) continue;
    const rows = ready;
    ready = [];
    yield* rows;
  }
}

function readCell(raw: string, type: string, style: number, given: SheetGiven): ReadCell {
  const asText = (text: string): ReadCell => ({ value: text === '' ? null : text });
  switch (type) {
    case 's': {
      const text = given.texts[Number(raw)];
      return text === undefined ? { value: null } : asText(text);
    }
    case 'inlineStr':
    case 'str':
      return asText(plainText(raw));
    case 'b':
      return { value: raw === '1' || raw === 'true' };
    case 'e':
      return { value: null, error: raw.slice(0, 20) };
    case 'd':
      return readIsoDate(raw);
    default:
      return readNumber(raw, given.styles[style] ?? 'number', given.from1904);
  }
}

function readNumber(raw: string, style: NumberStyle, from1904: boolean): ReadCell {
  if (raw.trim() === '') return { value: null };
  const number = Number(raw);
  if (!Number.isFinite(number)) return { value: raw };
  if (style === 'number') return { value: number };
  if (style !== 'date') {
    // A card number shown as 0042 is 42 inside; people know it as they see it.
    return {
      value: Number.isInteger(number) && number >= 0 ? String(number).padStart(style.digits, '0') : number,
    };
  }
  return { value: dateOfSerial(number, from1904) ?? number };
}

function readIsoDate(raw: string): ReadCell {
  const match = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}:\d{2})(?:\.\d+)?)?Z?$/.exec(raw);
  if (!match) return { value: raw === '' ? null : raw };
  const [, day = '', time] = match;
  return { value: { date: time === undefined || time === '00:00:00' ? day : `${day}T${time}` } };
}
