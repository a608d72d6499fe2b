import { queriesOn } from '#platform/operations/query.server.ts';
import type { CellValue } from '#platform/tables/table.ts';
import { importIdInput } from '../import.schemas.ts';
import type { ImportTables } from '../import.tables.server.ts';
import { openRows, openSettings } from '../import-seal.server.ts';

/** All rows that could not be taken, as they stood in the file, to be saved, mended and brought again. */
export const wrongRows = queriesOn<ImportTables>()({
  name: 'import.wrong-rows',
  params: importIdInput,
  subject: 'import',
  audit: 'viewed',
  async run({ house, tx }, { importId }) {
    const head = await tx
      .selectFrom('register_import')
      .selectAll()
      .where('id', '=', importId)
      .executeTakeFirst();
    const settings = head && (await openSettings(house, head));
    if (!head || !settings) return undefined;
    const rows = await tx
      .selectFrom('import_row')
      .select(['number', 'sealed', 'problems'])
      .where('import_id', '=', importId)
      .where('state', '=', 'wrong')
      .orderBy('number')
      .execute();
    const cells = await openRows(house, importId, rows);
    return {
      answer: {
        headings: settings.headings,
        columns: settings.columns ?? [],
        rows: rows.map(({ number, problems }) => ({
          number,
          problems,
          cells: cells.get(number) ?? ([] as CellValue[]),
        })),
      },
      viewed: { subjectId: importId, count: rows.length, fields: ['rows'] },
    };
  },
});
