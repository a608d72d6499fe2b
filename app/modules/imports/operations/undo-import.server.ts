import { settingOf } from '#modules/centres/index.server.ts';
import { requireStepUp } from '#modules/staff/index.server.ts';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { forbidden, Problem } from '#platform/problem.ts';
import { importIdInput } from '../import.schemas.ts';
import type { ImportTables } from '../import.tables.server.ts';
import { undoImportTask } from '../import-tasks.ts';
import { lockImport, requireStep } from '../lock-import.server.ts';

/**
 * Takes a whole import back, within the centre's days for it. People on whom something else hangs by now are kept, and
 * listed. Asks for the second factor anew.
 * @throws Problem `step-up.required`, `imports.too-late`, `imports.wrong-step`
 */
export const undoImport = operationsOn<ImportTables>()({
  name: 'import.undo',
  input: importIdInput,
  subject: 'import',
  load: ({ tx }, { importId }) => lockImport(tx, importId),
  async run({ actor, tx, now, enqueue }, _input, row) {
    requireStepUp(actor, now);
    requireStep(row, ['running', 'done']);
    if (!actor.staffId || !actor.centre) throw forbidden();
    const days = settingOf(actor.centre.settings, 'import.undo-days');
    if (row.finished_at && now.getTime() - row.finished_at.getTime() > days * 86_400_000)
      throw new Problem('imports.too-late', 409, { params: { days } });
    await tx
      .updateTable('register_import')
      .set({ state: 'undoing', undone_by: actor.staffId, last_activity_at: now, version: row.version + 1 })
      .where('id', '=', row.id)
      .execute();
    await enqueue(
      undoImportTask,
      { importId: row.id, centreId: actor.centre.id },
      { jobKey: `import/${row.id}` },
    );
    return {
      result: { importId: row.id, version: row.version + 1 },
      audit: { subjectId: row.id, count: row.counts.taken, fields: ['undo'] },
    };
  },
});
