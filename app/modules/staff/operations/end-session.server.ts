import { z } from 'zod';
import { operationsOn } from '#platform/operations/operation.server.ts';
import type { StaffTables } from '../staff.tables.server.ts';

/** Signs out: this session counts no more. */
export const endSession = operationsOn<StaffTables>()({
  name: 'session.end',
  input: z.object({}),
  subject: 'session',
  login: 'auth',
  relations: () => ['self'],
  async run({ actor, tx, now }) {
    await tx
      .updateTable('session')
      .set({ ended_at: now, ended_reason: 'signed-out' })
      .where('id', '=', actor.sessionId ?? '')
      .where('ended_at', 'is', null)
      .execute();
    return { result: { ended: true }, audit: { subjectId: actor.staffId } };
  },
});
