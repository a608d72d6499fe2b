import { operationsOn } from '#platform/operations/operation.server.ts';
import { importIdInput } from '../import.schemas.ts';
import type { ImportTables } from '../import.tables.server.ts';
import { lockImport, requireStep } from '../lock-import.server.ts';
import { purgeColumns } from '../purge-columns.ts';

/** Throws a file away before anything of it was taken: its key goes, and with it every copy of it. */
export const discardImport = operationsOn<ImportTables>()({
  name: 'import.discard',
  input: importIdInput,
  subject: 'import',
  load: ({ tx }, { importId }) => lockImport(tx, importId),
  async run({ house, tx, now }, _input, row) {
    requireStep(row, ['open', 'checking', 'ready']);
    await tx.deleteFrom('import_row').where('import_id', '=', row.id).execute();
    await tx
      .updateTable('register_import')
      .set({ state: 'discarded', ...purgeColumns(now), last_activity_at: now, version: row.version + 1 })
      .where('id', '=', row.id)
      .execute();
    // Last: from here on nobody can read the file. The file itself is swept at night, and the key too if this fails.
    await house.vault.keys.shred(row.id);
    return { result: { importId: row.id }, audit: { subjectId: row.id, fields: ['file'] } };
  },
});
