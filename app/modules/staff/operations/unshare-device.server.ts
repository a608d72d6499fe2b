import { z } from 'zod';
import { operationsOn } from '#platform/operations/operation.server.ts';
import type { StaffTables } from '../staff.tables.server.ts';

/**
 * The browser is no shared computer any more: whoever marked it says so, or a coordinator who sits at it. The sessions
 * that wait in it end.
 */
export const unshareDevice = operationsOn<StaffTables>()({
  name: 'session.unshare-device',
  input: z.object({}),
  subject: 'session',
  login: 'auth',
  load: ({ actor, tx }) =>
    tx
      .selectFrom('session')
      .innerJoin('shared_device', (join) =>
        join
          .onRef('shared_device.token_hash', '=', 'session.device_hash')
          .onRef('shared_device.centre_id', '=', 'session.centre_id'),
      )
      .select(['shared_device.token_hash', 'shared_device.marked_by', 'shared_device.centre_id'])
      .where('session.id', '=', actor.sessionId ?? '')
      .forUpdate('shared_device')
      .executeTakeFirst(),
  relations: ({ actor }, device) => (device.marked_by === actor.staffId ? ['centre', 'self'] : ['centre']),
  async run({ actor, tx, now }, _, device) {
    await tx.deleteFrom('shared_device').where('token_hash', '=', device.token_hash).execute();
    await tx
      .updateTable('session')
      .set({ ended_at: now, ended_reason: 'device-unshared' })
      .where('device_hash', '=', device.token_hash)
      .where('centre_id', '=', device.centre_id)
      .where('id', '!=', actor.sessionId ?? '')
      .where('ended_at', 'is', null)
      .execute();
    return { result: { shared: false }, audit: { subjectId: actor.staffId } };
  },
});
