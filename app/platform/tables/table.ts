/** What a cell of a file holds, before anybody has decided what it means. A date is the calendar day the file names. */
export type CellValue = string | number | boolean | CellDate | null;

export interface CellDate {
  /** `YYYY-MM-DD`, with `THH:MM:SS` where the cell has a time of day. */
  date: string;
}

export interface ReadCell {
  value: CellValue;
  /** The cell was computed; `value` is what the program that saved it had worked out. It is never computed here. */
  formula?: true;
  /** `#REF!` and its like; the value is then null. */
  error?: string;
  /** Covered by a merged area whose first cell has the value. */
  merged?: true;
}

export interface ReadRow {
  /** As the file counts it, from 1: what a person sees beside the row. */
  number: number;
  cells: ReadCell[];
}

export interface SheetInfo {
  name: string;
  /** Rows that have any content, as far as known without reading all; undefined where only reading tells. */
  rows?: number;
  hidden?: boolean;
}

/** A table file, opened from memory. Rows come one by one; empty rows are left out, however many there are. */
export interface TableFile {
  kind: 'csv' | 'xlsx';
  /** What the bytes were read as (`utf-8`, `utf-16le`, `windows-1256` …); of CSV alone. */
  encoding?: string;
  delimiter?: string;
  sheets: SheetInfo[];
  rows(sheet: number): AsyncIterable<ReadRow>;
}

/** What is written into a cell. Text is written as text, never as a formula. */
export type WriteCell = string | number | boolean | CellDate | null;

export interface WriteSheet {
  name: string;
  rightToLeft?: boolean;
  /** Lines above the table: title, period, notes. */
  above?: readonly (readonly WriteCell[])[];
  columns: readonly { title: string; width?: number }[];
  rows: Iterable<readonly WriteCell[]> | AsyncIterable<readonly WriteCell[]>;
  /** Lines below the table: what was left out and why. */
  below?: readonly (readonly WriteCell[])[];
}
