import { z } from 'zod';
import { operationsOn } from '#platform/operations/operation.server.ts';
import type { BackupTables } from '../backups.tables.server.ts';

/** Asks for a trial beside the plan: the newest copies are brought back and compared. */
export const proveNow = operationsOn<BackupTables>()({
  name: 'backup.prove-now',
  input: z.object({}),
  subject: 'backup',
  async run({ tx, now }) {
    await tx.updateTable('backup_plan').set({ drill_wanted_at: now }).execute();
    return { result: {}, audit: {} };
  },
});
