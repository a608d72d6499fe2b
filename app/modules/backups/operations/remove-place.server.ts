import { operationsOn } from '#platform/operations/operation.server.ts';
import type { BackupTables } from '../backups.tables.server.ts';
import { placeIdInput } from '../backup.schemas.ts';
import { requireWholeHouse } from '../whole-house.server.ts';

/** Nothing goes there any more. The copies that stand there stay; whoever has the place removes them by hand. @throws `backup.not-yours` */
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
  async run({ house, actor, tx, now }, { placeId }) {
    await requireWholeHouse(house, actor);
    await tx.updateTable('backup_target').set({ removed_at: now }).where('id', '=', placeId).execute();
    return { result: {}, audit: { subjectId: placeId } };
  },
});
