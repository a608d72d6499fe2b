import { requireStepUp } from '#modules/staff/index.server.ts';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { forbidden, Problem } from '#platform/problem.ts';
import { startImportInput } from '../import.schemas.ts';
import type { ImportTables } from '../import.tables.server.ts';
import { runImportTask } from '../import-tasks.ts';
import { lockImport, requireStep } from '../lock-import.server.ts';

/**
 * Lets the rows in, as a job in the name of whoever starts it. Asks for the second factor anew.
 * @throws Problem `step-up.required`, `imports.nothing-to-take`, `imports.wrong-step`, `conflict.version`
 */
export const startImport = operationsOn<ImportTables>()({
  name: 'import.start',
  input: startImportInput,
  subject: 'import',
  load: ({ tx }, { importId }) => lockImport(tx, importId),
  async run({ actor, tx, now, enqueue }, { version }, row) {
    requireStepUp(actor, now);
    requireStep(row, ['ready'], version);
    if (!actor.staffId || !actor.centre) throw forbidden();
    if ((row.counts.rows ?? 0) - (row.counts.wrong ?? 0) - (row.counts.repeated ?? 0) <= 0)
      throw new Problem('imports.nothing-to-take', 409);
    await tx
      .updateTable('register_import')
      .set({
        state: 'running',
        started_by: actor.staffId,
        started_at: now,
        last_activity_at: now,
        version: row.version + 1,
      })
      .where('id', '=', row.id)
      .execute();
    await enqueue(
      runImportTask,
      { importId: row.id, centreId: actor.centre.id },
      { jobKey: `import/${row.id}` },
    );
    return {
      result: { importId: row.id, version: row.version + 1 },
      audit: { subjectId: row.id, count: row.counts.rows, fields: ['start'] },
    };
  },
});
