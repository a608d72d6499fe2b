import { operationsOn } from '#platform/operations/operation.server.ts';
import type { BackupTables } from '../backups.tables.server.ts';
import { placeIdInput } from '../backup.schemas.ts';

/** Nothing goes there any more. The copies that stand there stay; whoever has the place removes them by hand. */
export const removePlace = operationsOn<BackupTables>()({
  name: 'backup.remove-place',
  input: placeIdInput,
  subject: 'backup',
  load: ({ tx }, { placeId }) =>
    tx
      .selectFrom('backup_target')
      .select('id')
      .where('id', '=', placeId)
      .where('removed_at', 'is', null)
      .forUpdate()
      .executeTakeFirst(),
  async run({ tx, now }, { placeId }) {
    await tx.updateTable('backup_target').set({ removed_at: now }).where('id', '=', placeId).execute();
    return { result: {}, audit: { subjectId: placeId } };
  },
});
