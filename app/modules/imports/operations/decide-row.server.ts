import { operationsOn } from '#platform/operations/operation.server.ts';
import { notFound } from '#platform/problem.ts';
import { decideRowInput } from '../import.schemas.ts';
import type { ImportTables } from '../import.tables.server.ts';
import { lockImport, requireStep } from '../lock-import.server.ts';

/** Decides one row that looks like somebody; with nothing, the rule for all holds again. */
export const decideRow = operationsOn<ImportTables>()({
  name: 'import.decide-row',
  input: decideRowInput,
  subject: 'import',
  load: ({ tx }, { importId }) => lockImport(tx, importId),
  async run({ tx, now }, { number, decision }, row) {
    requireStep(row, ['ready']);
    const decided = await tx
      .updateTable('import_row')
      .set({ decision })
      .where('import_id', '=', row.id)
      .where('number', '=', number)
      .where('state', '=', 'ready')
      .where('resemblance', '<>', 'none')
      .returning('number')
      .executeTakeFirst();
    if (!decided) throw notFound();
    await tx.updateTable('register_import').set({ last_activity_at: now }).where('id', '=', row.id).execute();
    return { result: { number }, audit: { subjectId: row.id, fields: ['duplicate'] } };
  },
});
