import { operationsOn } from '#platform/operations/operation.server.ts';
import { decideDuplicatesInput } from '../import.schemas.ts';
import type { ImportTables } from '../import.tables.server.ts';
import { lockImport, requireStep } from '../lock-import.server.ts';

/** What happens to all rows that look like somebody, unless one is decided by itself. */
export const decideDuplicates = operationsOn<ImportTables>()({
  name: 'import.decide-duplicates',
  input: decideDuplicatesInput,
  subject: 'import',
  load: ({ tx }, { importId }) => lockImport(tx, importId),
  async run({ tx, now }, { same, like, version }, row) {
    requireStep(row, ['ready'], version);
    await tx
      .updateTable('register_import')
      .set({ same_decision: same, like_decision: like, last_activity_at: now, version: row.version + 1 })
      .where('id', '=', row.id)
      .execute();
    return {
      result: { importId: row.id, version: row.version + 1 },
      audit: { subjectId: row.id, fields: ['duplicates'] },
    };
  },
});
