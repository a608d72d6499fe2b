import { randomUUID } from 'node:crypto';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { importIdInput } from '../import.schemas.ts';
import type { ImportTables } from '../import.tables.server.ts';
import { lockImport } from '../lock-import.server.ts';

/** A job's step: begins the check of a file from nothing. Undefined when it stands elsewhere by now. */
export const beginCheck = operationsOn<ImportTables>()({
  name: 'import.begin-check',
  input: importIdInput,
  subject: 'import',
  load: ({ tx }, { importId }) => lockImport(tx, importId),
  async run({ tx, now }, _input, row) {
    const audit = { subjectId: row.id, fields: ['check'] };
    if (row.state !== 'checking') return { result: undefined, audit };
    const checkId = randomUUID();
    await tx.deleteFrom('import_row').where('import_id', '=', row.id).execute();
    await tx
      .updateTable('register_import')
      .set({ check_id: checkId, counts: {}, last_activity_at: now })
      .where('id', '=', row.id)
      .execute();
    return { result: { checkId, row: { ...row, check_id: checkId } }, audit };
  },
});
