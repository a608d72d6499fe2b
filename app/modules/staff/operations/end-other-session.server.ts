import { z } from 'zod';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { endOtherSessions } from '../session.server.ts';
import type { StaffTables } from '../staff.tables.server.ts';

/** Signs oneself out somewhere else: in one place, or in all but this one. */
export const endOtherSession = operationsOn<StaffTables>()({
  name: 'session.end-other',
  input: z.object({
    /** All others when it is left out. */
    sessionId: z.uuid().optional(),
  }),
  subject: 'session',
  login: 'auth',
  // One's own open session; anybody else's looks as if it were not there.
  load: async ({ actor, tx }, { sessionId }) =>
    sessionId === undefined
      ? { id: undefined }
      : await tx
          .selectFrom('session')
          .select('id')
          .where('id', '=', sessionId)
          .where('staff_id', '=', actor.staffId ?? '')
          .where('ended_at', 'is', null)
          .forUpdate()
          .executeTakeFirst(),
  relations: () => ['self'],
  async run({ actor, tx, now }, _, { id }) {
    const staffId = actor.staffId ?? '';
    if (id === undefined) {
      await endOtherSessions(tx, staffId, actor.sessionId ?? '', now, 'signed-out-elsewhere');
    } else {
      await tx
        .updateTable('session')
        .set({ ended_at: now, ended_reason: 'signed-out-elsewhere' })
        .where('id', '=', id)
        .execute();
    }
    return { result: { ended: true }, audit: { subjectId: staffId, itemIds: id === undefined ? [] : [id] } };
  },
});
