import { settingOf } from '#modules/centres/index.server.ts';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { importIdInput } from '../import.schemas.ts';
import type { ImportTables } from '../import.tables.server.ts';
import { lockImport } from '../lock-import.server.ts';
import { purgeColumns } from '../purge-columns.ts';

/**
 * A job's step: lets go of a file whose time is over. An unfinished one after the centre's hours without anybody's hand
 * on it; a finished one after the days for taking it back. Which rows were taken is remembered by keyed hash alone.
 */
export const purgeImport = operationsOn<ImportTables>()({
  name: 'import.purge',
  input: importIdInput,
  subject: 'import',
  load: ({ tx }, { importId }) => lockImport(tx, importId),
  async run({ house, actor, tx, now }, _input, row) {
    const audit = { subjectId: row.id, fields: ['file'] };
    const idle = (now.getTime() - row.last_activity_at.getTime()) / 3_600_000;
    const over = (row.finished_at ? now.getTime() - row.finished_at.getTime() : 0) / 86_400_000;
    const unfinished = ['open', 'checking', 'ready'].includes(row.state);
    const settings = actor.centre?.settings;
    const due =
      row.purged_at === null &&
      (unfinished
        ? idle >= settingOf(settings, 'import.idle-hours')
        : row.state === 'undone' ||
          (row.state === 'done' && over >= settingOf(settings, 'import.undo-days')));
    if (!due) return { result: false, audit };
    await tx
      .updateTable('import_row')
      .set({ sealed: null })
      .where('import_id', '=', row.id)
      .where('sealed', 'is not', null)
      .execute();
    await tx
      .updateTable('register_import')
      .set({
        ...(unfinished && { state: 'discarded' as const }),
        ...purgeColumns(now),
        version: row.version + 1,
      })
      .where('id', '=', row.id)
      .execute();
    await house.vault.keys.shred(row.id);
    return { result: true, audit };
  },
});
