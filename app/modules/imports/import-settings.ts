import type { CalendarName } from '#platform/language/interface-languages.ts';
import type { ImportFieldName, WordList } from './import-fields.ts';
import type { DayOrder } from './read-day-parts.ts';

/** One column that is taken, and how its days are written. */
export interface ImportColumn {
  /** Counted from 0. */
  column: number;
  field: ImportFieldName;
  calendar?: CalendarName | undefined;
  order?: DayOrder | undefined;
}

/** What stands for every row where the file says nothing. */
export interface UsualValues {
  /** BCP 47. */
  language: string;
  channel: string;
  topic: string;
  result: string;
}

/** The importer's word that consents of this file are documented, and how. */
export interface ConsentDeclaration {
  /** `none`: nobody can say. `column`: where the column of consents says yes. `all`: for everybody of the file. */
  stated: 'none' | 'column' | 'all';
  form?: string | undefined;
  explainedIn?: string | undefined;
}

/** How a file is to be read. Sealed under the import's key: names of files and headings can tell of people. */
export interface ImportSettings {
  fileName: string;
  kind: 'csv' | 'xlsx';
  /** Of a CSV: what the bytes were read as, and whether somebody chose so. */
  encoding?: string | undefined;
  encodingChosen?: boolean | undefined;
  sheets: { name: string; hidden?: boolean | undefined }[];
  sheet: number;
  headerRow?: number | undefined;
  headings: string[];
  columns?: ImportColumn[] | undefined;
  usual?: UsualValues | undefined;
  consent?: ConsentDeclaration | undefined;
  /** By list and compared word: the code, or nothing where the word is left out. */
  words: Partial<Record<WordList, Record<string, string>>>;
}

/** What a template keeps of it. */
export type ImportTemplate = Pick<ImportSettings, 'columns' | 'usual' | 'consent' | 'words'>;

/** Words nobody understood, by list: as they stand in the file, how often, in which field first. */
export interface UnknownWord {
  list: WordList;
  field: ImportFieldName;
  word: string;
  count: number;
}
export interface ImportFindings {
  unknown: UnknownWord[];
  /** True where more kinds of words were unknown than are kept. */
  more: boolean;
}
