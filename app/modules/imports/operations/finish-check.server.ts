import { operationsOn } from '#platform/operations/operation.server.ts';
import { finishCheckInput } from '../import.schemas.ts';
import type { ImportTables } from '../import.tables.server.ts';
import type { ImportCounts } from '../import-counts.ts';
import { sealFindings } from '../import-seal.server.ts';
import type { ImportFindings } from '../import-settings.ts';
import { lockImport } from '../lock-import.server.ts';

/** A job's step: the whole file is checked, and the importer may look. */
export const finishCheck = operationsOn<ImportTables>()({
  name: 'import.finish-check',
  input: finishCheckInput,
  subject: 'import',
  load: ({ tx }, { importId }) => lockImport(tx, importId),
  async run({ house, tx, now }, { checkId, counts, findings }, row) {
    const audit = { subjectId: row.id, fields: ['check'] };
    if (row.state !== 'checking' || row.check_id !== checkId) return { result: false, audit };
    await tx
      .updateTable('register_import')
      .set({
        state: 'ready',
        counts: counts as ImportCounts,
        sealed_findings: await sealFindings(house, row.id, findings as ImportFindings),
        last_activity_at: now,
        version: row.version + 1,
      })
      .where('id', '=', row.id)
      .execute();
    return { result: true, audit };
  },
});
