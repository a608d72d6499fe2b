import { z } from 'zod';
import { operationsOn } from '#platform/operations/operation.server.ts';
import type { StaffTables } from '../staff.tables.server.ts';

/** Marks what one was told about one's own account as read. */
export const readNotices = operationsOn<StaffTables>()({
  name: 'staff.read-notices',
  input: z.object({}),
  subject: 'staff',
  relations: () => ['self'],
  async run({ actor, tx, now }) {
    const read = await tx
      .updateTable('staff_notice')
      .set({ read_at: now })
      .where('staff_id', '=', actor.staffId ?? '')
      .where('read_at', 'is', null)
      .executeTakeFirst();
    return {
      result: { read: Number(read.numUpdatedRows) },
      audit: { subjectId: actor.staffId, count: Number(read.numUpdatedRows) },
    };
  },
});
