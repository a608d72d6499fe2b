import { settingOf } from '#modules/centres/index.server.ts';
import { namesOfStaff } from '#modules/staff/index.server.ts';
import { queriesOn } from '#platform/operations/query.server.ts';
import { forbidden } from '#platform/problem.ts';
import { headingDepth } from '../guess-heading.ts';
import { samplesOf } from '../guess-settings.server.ts';
import { importIdInput } from '../import.schemas.ts';
import type { ImportTables } from '../import.tables.server.ts';
import { firstRows, openImportFile } from '../import-file.server.ts';
import { openFindings, openSettings } from '../import-seal.server.ts';
import { cellText } from '../plain-text.ts';

const sampleValues = 4;
const shownRows = 12;

/**
 * One import as far as it has come: how the file is read, with some of its values, what was found, what will happen or
 * happened. The values are people's, so the look is recorded.
 */
export const viewImport = queriesOn<ImportTables>()({
  name: 'import.view',
  params: importIdInput,
  subject: 'import',
  audit: 'viewed',
  async run({ house, actor, tx, on }, { importId }) {
    const row = await tx
      .selectFrom('register_import')
      .selectAll()
      .where('id', '=', importId)
      .executeTakeFirst();
    if (!row) return undefined;
    if (!actor.centre) throw forbidden();
    const settings = await openSettings(house, row);
    const findings = await openFindings(house, row);
    const names = await namesOfStaff(
      { house, on },
      [row.created_by, row.started_by, row.undone_by].flatMap((id) => id ?? []),
    );
    const name = (id: string | null) => (id ? names.get(id) : undefined);
    const undoDays = settingOf(actor.centre.settings, 'import.undo-days');
    return {
      answer: {
        id: row.id,
        state: row.state,
        version: row.version,
        counts: row.counts,
        same: row.same_decision,
        like: row.like_decision,
        createdBy: name(row.created_by),
        createdAt: row.created_at,
        startedBy: name(row.started_by),
        finishedAt: row.finished_at,
        undoneBy: name(row.undone_by),
        undoUntil: row.finished_at && new Date(row.finished_at.getTime() + undoDays * 86_400_000),
        purged: row.purged_at !== null,
        settings,
        findings,
        sample:
          settings && row.file_id && (row.state === 'open' || row.state === 'ready')
            ? await sampleOf(await openImportFile(house, row, settings), settings)
            : undefined,
      },
      viewed: { subjectId: row.id, fields: ['file'] },
    };
  },
});

/** The top of the sheet, and some filled values of each column. */
async function sampleOf(
  file: Awaited<ReturnType<typeof openImportFile>>,
  settings: { sheet: number; headerRow?: number | undefined; headings: string[] },
) {
  const rows = await firstRows(file, settings.sheet, headingDepth + 60);
  const values = samplesOf(rows, settings.headerRow, settings.headings.length).map((column) =>
    [...new Set(column.map(cellText).filter((text) => text !== ''))].slice(0, sampleValues),
  );
  return {
    values,
    top: rows.slice(0, shownRows).map((each) => ({
      number: each.number,
      cells: each.cells.slice(0, 8).map((cell) => cellText(cell.value).slice(0, 40)),
    })),
  };
}
