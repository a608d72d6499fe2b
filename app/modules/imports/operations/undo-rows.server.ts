import { sql } from 'kysely';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { importIdInput } from '../import.schemas.ts';
import type { ImportTables } from '../import.tables.server.ts';
import { lockImport } from '../lock-import.server.ts';

const chunk = 250;

/**
 * A job's step: takes back the last rows that were taken. Answers with the people that are gone, so that their keys can
 * be destroyed once the step is written. Begun again after a kill, it goes on where it was.
 */
export const undoRows = operationsOn<ImportTables>()({
  name: 'import.undo-rows',
  input: importIdInput,
  subject: 'import',
  load: ({ tx }, { importId }) => lockImport(tx, importId),
  async run({ tx, now }, _input, row) {
    const nobody: string[] = [];
    if (row.state !== 'undoing')
      return { result: { left: false, gone: nobody }, audit: { subjectId: row.id, fields: ['undo'] } };
    const rows = await tx
      .selectFrom('import_row')
      .select('number')
      .where('import_id', '=', row.id)
      .where('state', '=', 'taken')
      .orderBy('number', 'desc')
      .limit(chunk)
      .execute();
    const numbers = rows.map(({ number }) => number);
    const gone = (
      await sql<{
        id: string;
      }>`select undo_import_rows as id from undo_import_rows(${row.id}, ${numbers}::integer[])`.execute(tx)
    ).rows.map(({ id }) => id);
    const left = numbers.length === chunk;
    const { undone, kept } = await tx
      .selectFrom('import_row')
      .select([
        sql<number>`count(*) filter (where state = 'undone')`.as('undone'),
        sql<number>`count(*) filter (where state = 'kept')`.as('kept'),
      ])
      .where('import_id', '=', row.id)
      .executeTakeFirstOrThrow();
    await tx
      .updateTable('register_import')
      .set({
        counts: { ...row.counts, undone, kept },
        last_activity_at: now,
        ...(!left && { state: 'undone' as const, version: row.version + 1 }),
      })
      .where('id', '=', row.id)
      .execute();
    return {
      result: { left, gone },
      audit: { subjectId: row.id, count: numbers.length, itemIds: gone, fields: ['undo'] },
    };
  },
});
