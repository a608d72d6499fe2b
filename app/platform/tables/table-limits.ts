import { Problem } from '../problem.ts';

/** How much of a stranger's file is looked at. Every breach is a problem that says what to do. */
export interface TableLimits {
  /** Of the file as it came. */
  fileBytes: number;
  /** Of each part, counted while it is unpacked; what the file says of itself is not believed. */
  unpackedBytes: number;
  /** Unpacked bytes for one packed, once a part is larger than 16 MiB. A sheet of a register packs about 1:10. */
  ratio: number;
  /** Parts inside an XLSX. */
  parts: number;
  /** The highest row number that may hold something. */
  rows: number;
  columns: number;
  /** Characters of one cell. */
  cellLength: number;
  /** Characters of all texts that an XLSX keeps apart from its cells; they are the one thing held in memory. */
  sharedLength: number;
  /** Merged areas of one sheet. */
  mergedAreas: number;
}

const mebibyte = 1024 ** 2;

export const usualLimits: TableLimits = {
  fileBytes: 64 * mebibyte,
  unpackedBytes: 512 * mebibyte,
  ratio: 200,
  parts: 10_000,
  rows: 1_048_576,
  columns: 512,
  cellLength: 32_768,
  sharedLength: 128 * mebibyte,
  mergedAreas: 200_000,
};

/** Below this a high ratio is no danger: an empty sheet packs very well. */
export const ratioFrom = 16 * mebibyte;

export const tableProblem = (code: string, params?: Record<string, string | number>, cause?: unknown) =>
  new Problem(`table.${code}`, 422, { ...(params && { params }), ...(cause !== undefined && { cause }) });

export const megabytes = (bytes: number): number => Math.floor(bytes / mebibyte);
