import type { Kysely } from 'kysely';
import type { FilesInUse } from '#platform/files/sweep-files.server.ts';
import type { House } from '#platform/house.server.ts';
import { fieldProblem, Problem } from '#platform/problem.ts';
import { openTableFile } from '#platform/tables/open-table-file.server.ts';
import type { CellValue, ReadRow, TableFile } from '#platform/tables/table.ts';
import type { ImportTables, RegisterImport } from './import.tables.server.ts';
import type { ImportSettings } from './import-settings.ts';
import { cellText } from './plain-text.ts';

const fileKind = 'import';
export const maxImportBytes = 64 * 1024 ** 2;
/** More rows than a centre writes in its life; a larger file is cut in two. */
export const mostRows = 120_000;

/** What a CSV can be read as when the guess was wrong. */
export const csvEncodings = ['utf-8', 'utf-16le', 'windows-1256', 'windows-1251', 'windows-1252'] as const;
export type CsvEncoding = (typeof csvEncodings)[number];
export const isCsvEncoding = (name: unknown): name is CsvEncoding =>
  (csvEncodings as readonly unknown[]).includes(name);

/** Keeps the file under the import's key. */
export const keepImportFile = (house: House, importId: string, bytes: Uint8Array) =>
  house.files.put(bytes, { keyId: importId, kind: fileKind, maxBytes: maxImportBytes });

/** @throws Problem `imports.gone` when the file was thrown away after its time */
export async function openImportFile(
  house: House,
  row: Pick<RegisterImport, 'id' | 'file_id' | 'purged_at'>,
  settings: Pick<ImportSettings, 'fileName' | 'encoding' | 'encodingChosen'>,
): Promise<TableFile> {
  if (!row.file_id || row.purged_at) throw new Problem('imports.gone', 410);
  const stream = await house.files.open(row.file_id, { keyId: row.id, kind: fileKind });
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  return openBytes(bytes, settings.fileName, settings.encodingChosen ? settings.encoding : undefined);
}

/** @param encoding what a person said a CSV is written in; else it is found out */
export function openBytes(bytes: Uint8Array, name: string, encoding?: string): Promise<TableFile> {
  if (!isCsvEncoding(encoding)) return openTableFile(bytes, name);
  // Written out as what the reader knows for sure.
  const text = new TextDecoder(encoding, { ignoreBOM: false }).decode(bytes);
  return openTableFile(new TextEncoder().encode(`\ufeff${text}`), name);
}

/** The first rows of a sheet. */
export async function firstRows(file: TableFile, sheet: number, most: number): Promise<ReadRow[]> {
  if (!file.sheets[sheet]) throw fieldProblem('sheet', 'choose-one');
  const rows: ReadRow[] = [];
  for await (const row of file.rows(sheet)) {
    rows.push(row);
    if (rows.length >= most) break;
  }
  return rows;
}

export interface DataRow {
  number: number;
  cells: CellValue[];
  formulas: number;
}

/** The rows under the heading. A cell covered by a merged area says what stands above it: one name for three visits. */
export async function* dataRows(
  file: TableFile,
  { sheet, headerRow }: Pick<ImportSettings, 'sheet' | 'headerRow'>,
): AsyncGenerator<DataRow> {
  let above: CellValue[] = [];
  for await (const row of file.rows(sheet)) {
    if (row.number <= (headerRow ?? 0)) continue;
    const cells = row.cells.map((cell, at) =>
      cell.merged && cell.value === null ? (above[at] ?? null) : cell.value,
    );
    above = cells;
    yield { number: row.number, cells, formulas: row.cells.filter((cell) => cell.formula).length };
  }
}

/** Headings as they are shown and recognised; a column without one has an empty text. */
export const headingsOf = (row: ReadRow | undefined): string[] =>
  (row?.cells ?? []).map((cell) => cellText(cell.value).slice(0, 200));

/** Asked by the house itself, for every centre: which of these files belong to imports. */
export const importFilesInUse: FilesInUse = async (house, fileIds) => {
  const indexer: Kysely<ImportTables> = house.databases.indexer;
  const rows = await indexer
    .selectFrom('register_import')
    .select('file_id')
    .where('file_id', 'in', [...fileIds])
    .execute();
  return rows.flatMap((row) => row.file_id ?? []);
};
