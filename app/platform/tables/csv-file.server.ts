import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { isProblem } from '../problem.ts';
import { sniffDelimiter } from './csv-delimiter.ts';
import { sniffEncoding } from './csv-encoding.ts';
import type { ReadRow, TableFile } from './table.ts';
import { type TableLimits, tableProblem } from './table-limits.ts';

const pieceSize = 64 * 1024;
const longestRecord = 4 * 1024 ** 2;

/** @param name what its one sheet is called */
export function openCsv(bytes: Uint8Array, name: string, limits: TableLimits): TableFile {
  const { encoding, start } = sniffEncoding(bytes);
  const text = bytes.subarray(start);
  const sample = new TextDecoder(encoding).decode(text.subarray(0, pieceSize));
  // The first line `sep=;` is a note of Excel to itself.
  const told = /^sep=([,;\t|])\r?\n/i.exec(sample);
  const delimiter = told?.[1] ?? sniffDelimiter(sample);
  return {
    kind: 'csv',
    encoding,
    delimiter,
    sheets: [{ name }],
    async *rows(sheet) {
      if (sheet !== 0) throw tableProblem('no-sheet');
      const parser = parse({
        delimiter,
        record_delimiter: ['\r\n', '\n', '\r'],
        relax_column_count: true,
        relax_quotes: true,
        skip_empty_lines: false,
        max_record_size: longestRecord,
      });
      const source = Readable.from(decode(text, encoding), { objectMode: true });
      source.on('error', (error) => parser.destroy(error));
      source.pipe(parser);
      let number = 0;
      try {
        for await (const record of parser as AsyncIterable<string[]>) {
          number++;
          if (number === 1 && told) continue;
          const row = readRecord(record, number, limits);
          if (row) yield row;
        }
      } catch (error) {
        throw isProblem(error) ? error : asProblem(error, number + 1);
      } finally {
        source.destroy();
        parser.destroy();
      }
    },
  };
}

function* decode(bytes: Uint8Array, encoding: string): Generator<string> {
  const decoder = new TextDecoder(encoding);
  for (let at = 0; at < bytes.length; at += pieceSize) {
    const text = decoder.decode(bytes.subarray(at, at + pieceSize), { stream: true });
    if (text.includes('\0')) throw tableProblem('nul-bytes');
    if (text !== '') yield text;
  }
  const rest = decoder.decode();
  if (rest !== '') yield rest;
}

function readRecord(record: readonly string[], number: number, limits: TableLimits): ReadRow | undefined {
  let last = record.length;
  while (last > 0 && record[last - 1] === '') last--;
  if (last === 0) return undefined;
  if (number > limits.rows) throw tableProblem('too-many-rows', { limit: limits.rows });
  if (last > limits.columns) throw tableProblem('too-many-columns', { limit: limits.columns, row: number });
  const cells = record.slice(0, last).map((text) => {
    if (text.length > limits.cellLength) throw tableProblem('cell-too-long', { limit: limits.cellLength });
    return { value: text === '' ? null : text };
  });
  return { number, cells };
}

function asProblem(error: unknown, row: number) {
  if (!(error instanceof CsvError)) return tableProblem('damaged', {}, error);
  const open = error.code === 'CSV_QUOTE_NOT_CLOSED' || error.code === 'CSV_MAX_RECORD_SIZE';
  return tableProblem(open ? 'quote-open' : 'damaged', { row }, error);
}
