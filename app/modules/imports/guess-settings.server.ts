import type { ActorCentre } from '#platform/actor.ts';
import { isClientLanguage } from '#platform/code-lists/client-languages.ts';
import type { House } from '#platform/house.server.ts';
import type { CellValue, ReadRow, TableFile } from '#platform/tables/table.ts';
import { guessColumns } from './guess-columns.ts';
import { guessDayReading } from './guess-day-reading.ts';
import { guessHeading, headingDepth } from './guess-heading.ts';
import { isDayField } from './import-fields.ts';
import { firstRows, headingsOf } from './import-file.server.ts';
import { headerMac } from './import-seal.server.ts';
import type { ImportColumn, ImportSettings } from './import-settings.ts';

/** Rows that are looked at before anything is decided. */
export const sampleRows = 300;

/** Everything about a sheet that can be guessed: where the heading is, what the columns hold, how days are written. */
export async function guessSheet(
  file: TableFile,
  sheet: number,
  headerRow: number | undefined,
  today: string,
): Promise<Pick<ImportSettings, 'sheet' | 'headerRow' | 'headings' | 'columns'>> {
  const rows = await firstRows(file, sheet, sampleRows + headingDepth);
  const heading = headerRow ?? guessHeading(rows);
  const headings = headingsOf(rows.find((row) => row.number === heading));
  const samples = samplesOf(rows, heading, headings.length);
  const columns = guessColumns(headings, samples, today).flatMap((field, column): ImportColumn[] => {
    if (!field) return [];
    if (!isDayField(field)) return [{ column, field }];
    const { calendar, order } = guessDayReading(samples[column] ?? [], today);
    return [{ column, field, calendar, order }];
  });
  return { sheet, headerRow: heading, headings, columns };
}

/** The sheet to begin with: the first that is shown and has something in it. */
export async function guessSheetNumber(file: TableFile): Promise<number> {
  for (const [at, sheet] of file.sheets.entries())
    if (!sheet.hidden && (await firstRows(file, at, 2)).length > 1) return at;
  return 0;
}

/** Values by column, under the heading. */
export function samplesOf(
  rows: readonly ReadRow[],
  heading: number | undefined,
  columns: number,
): CellValue[][] {
  const data = rows.filter((row) => row.number > (heading ?? 0)).slice(0, sampleRows);
  return Array.from({ length: columns }, (_, at) => data.map((row) => row.cells[at]?.value ?? null));
}

/** Under which a template of these headings is kept: by centre, so that none tells another what it imports. */
export const templateKey = (
  house: House,
  centre: Pick<ActorCentre, 'id'>,
  headings: readonly string[],
): Buffer => headerMac(house, [centre.id, ...headings]);

/** What stands for every row where a file is silent, until somebody chooses. */
export const usualValues = (centre: Pick<ActorCentre, 'clientLanguages'>) => ({
  language: centre.clientLanguages.find(isClientLanguage) ?? 'en',
  channel: 'in_person_centre',
  topic: 'services_information',
  result: 'information_given',
});
