import { z } from 'zod';
import { operationsOn } from '#platform/operations/operation.server.ts';
import type { StaffTables } from '../staff.tables.server.ts';

/** Locks the screen: the session stays, and reaches nothing until its owner unlocks it. */
export const lockSession = operationsOn<StaffTables>()({
  name: 'session.lock',
  input: z.object({}),
  subject: 'session',
  login: 'auth',
  relations: () => ['self'],
  async run({ actor, tx, now }) {
    await tx
      .updateTable('session')
      .set({ locked_at: now })
      .where('id', '=', actor.sessionId ?? '')
      .where('ended_at', 'is', null)
      .where('locked_at', 'is', null)
      .execute();
    return { result: { locked: true }, audit: { subjectId: actor.staffId } };
  },
});
