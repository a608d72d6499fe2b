import { z } from 'zod';
import { operationsOn } from '#platform/operations/operation.server.ts';
import type { SealingTables } from '../sealing.tables.server.ts';

export const lockHouseInput = z.object({
  /** Who pressed, where the screen was locked itself and the house acts for them. */
  staffId: z.uuid().optional(),
  /** Sessions that began up to here end; all of them unless told. */
  until: z.iso.datetime().optional(),
});

/**
 * Ends every session of everybody and says in the record who locked the house. That the process then ends is for
 * `panicLock`: this row is written first.
 */
export const lockHouse = operationsOn<SealingTables>()({
  name: 'house.lock',
  input: lockHouseInput,
  subject: 'house',
  login: 'auth',
  async run({ house, actor, tx, now }, { staffId, until }) {
    const ended = await tx
      .updateTable('session')
      .set({ ended_at: now, ended_reason: 'house-locked' })
      .where('kind', '=', 'staff')
      .where('created_at', '<=', until === undefined ? now : new Date(until))
      .where('ended_at', 'is', null)
      .executeTakeFirst();
    const presser = staffId
      ? await tx.selectFrom('staff_member').select('centre_id').where('id', '=', staffId).executeTakeFirst()
      : undefined;
    return {
      result: { ended: Number(ended.numUpdatedRows) },
      audit: {
        subjectId: house.id,
        count: Number(ended.numUpdatedRows),
        ...(actor.kind === 'house' && staffId && { itemIds: [staffId], centreId: presser?.centre_id }),
      },
    };
  },
});
