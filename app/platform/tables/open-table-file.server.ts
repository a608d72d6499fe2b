import { openCsv } from './csv-file.server.ts';
import type { TableFile } from './table.ts';
import { megabytes, type TableLimits, tableProblem, usualLimits } from './table-limits.ts';
import { openXlsx } from './xlsx-file.server.ts';

/**
 * Opens a table by its content; the name is only what its one sheet is called if it is a CSV. Nothing is computed, fetched
 * or run. Rows are read when they are asked for, so a fault further down comes then.
 * @throws Problem `table.empty`, `table.too-large`, `table.old-excel`, `table.encrypted`, `table.open-document`,
 * `table.binary-workbook`, `table.not-a-table`, `table.damaged`, `table.unsafe`, `table.nul-bytes`, `table.no-sheet`,
 * `table.too-many-parts`; while rows are read also `table.unpacks-too-large`, `table.too-much-text`,
 * `table.too-many-rows`, `table.too-many-columns`, `table.cell-too-long`, `table.quote-open`
 */
export async function openTableFile(
  bytes: Uint8Array,
  name: string,
  limits: Partial<TableLimits> = {},
): Promise<TableFile> {
  const all = { ...usualLimits, ...limits };
  if (bytes.length === 0) throw tableProblem('empty');
  if (bytes.length > all.fileBytes)
    throw tableProblem('too-large', { limit: `${megabytes(all.fileBytes)} MB` });
  if (zipMarks.some((mark) => startsWith(bytes, mark))) return openXlsx(bytes, all);
  if (startsWith(bytes, compoundMark)) {
    throw tableProblem(contains(bytes, wide('EncryptedPackage')) ? 'encrypted' : 'old-excel');
  }
  const foreign = foreignMarks.some((mark) => startsWith(bytes, latin(mark)));
  if (foreign) throw tableProblem('not-a-table');
  return openCsv(bytes, withoutEnding(name), all);
}

/** A zip with something in it, and one without. */
const zipMarks = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x50, 0x4b, 0x05, 0x06],
];
/** The container of Office until 2003, and of its encrypted files since. */
const compoundMark = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** What people send by mistake and what would otherwise pass as a strange CSV: papers, pictures, pages saved as "Excel". */
const foreignMarks = [
  '%PDF-',
  '\x89PNG',
  '\xff\xd8\xff',
  'GIF8',
  '{\\rtf',
  'Rar!',
  '7z\xbc\xaf',
  '\x1f\x8b',
  'SQLite format',
  '<',
  '\xef\xbb\xbf<',
];

const latin = (text: string): number[] => Array.from(text, (character) => character.charCodeAt(0));
const wide = (text: string): number[] => latin(text).flatMap((code) => [code, 0]);
const startsWith = (bytes: Uint8Array, mark: readonly number[]): boolean =>
  mark.every((byte, at) => bytes[at] === byte);
const contains = (bytes: Uint8Array, mark: readonly number[]): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(mark));
const withoutEnding = (name: string): string =>
  name.replace(/^.*[/\\]/, '').replace(/\.[^.]{1,5}$/, '') || 'CSV';
