import { operationsOn } from '#platform/operations/operation.server.ts';
import { planInput } from '../backup.schemas.ts';
import type { BackupTables } from '../backups.tables.server.ts';
import { requireWholeHouse } from '../whole-house.server.ts';

/** When a whole copy is made each day, and how many stay. Copies of keys never stay longer than thirty days. @throws `backup.not-yours` */
export const setPlan = operationsOn<BackupTables>()({
  name: 'backup.plan',
  input: planInput,
  subject: 'backup',
  async run({ house, actor, tx }, { hour, daily, weekly, monthly }) {
    await requireWholeHouse(house, actor);
    await tx.updateTable('backup_plan').set({ hour, daily, weekly, monthly }).execute();
    return { result: {}, audit: { fields: ['hour', 'daily', 'weekly', 'monthly'] } };
  },
});
