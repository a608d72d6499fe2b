import { z } from 'zod';
import { operationsOn } from '#platform/operations/operation.server.ts';
import type { StaffTables } from '../staff.tables.server.ts';

/** Forgets a browser that one used: it counts as new at the next sign-in, and a PIN no longer resumes there. */
export const forgetDevice = operationsOn<StaffTables>()({
  name: 'session.forget-device',
  input: z.object({ deviceId: z.uuid() }),
  subject: 'session',
  login: 'auth',
  load: ({ actor, tx }, { deviceId }) =>
    tx
      .selectFrom('known_device')
      .select(['id', 'staff_id'])
      .where('id', '=', deviceId)
      .where('staff_id', '=', actor.staffId ?? '')
      .forUpdate()
      .executeTakeFirst(),
  relations: () => ['self'],
  async run({ tx }, _, { id, staff_id: staffId }) {
    await tx.deleteFrom('known_device').where('id', '=', id).where('staff_id', '=', staffId).execute();
    return { result: { forgotten: true }, audit: { subjectId: staffId, itemIds: [id] } };
  },
});
