import { z } from 'zod';
import { operationsOn } from '#platform/operations/operation.server.ts';
import type { BackupTables } from '../backups.tables.server.ts';

/** Asks for a whole copy beside the plan; the house begins within a minute. */
export const copyNow = operationsOn<BackupTables>()({
  name: 'backup.copy-now',
  input: z.object({}),
  subject: 'backup',
  async run({ tx, now }) {
    await tx.updateTable('backup_plan').set({ copy_wanted_at: now }).execute();
    return { result: {}, audit: {} };
  },
});
