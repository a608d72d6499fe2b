import { z } from 'zod';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { Problem } from '#platform/problem.ts';
import { hashToken } from '../session.server.ts';
import type { StaffTables } from '../staff.tables.server.ts';

/**
 * Marks the browser in which the session began as a shared computer: screens lock soon there, and several people of
 * the centre may have a session each, one of them in use.
 * @throws Problem `session.device-unproven` (409) where the session did not begin in this browser;
 * `session.device-elsewhere` (409) where another centre of the house shares it already
 */
export const shareDevice = operationsOn<StaffTables>()({
  name: 'session.share-device',
  input: z.object({ deviceToken: z.string().min(20).max(200) }),
  subject: 'session',
  login: 'auth',
  relations: () => ['self'],
  async run({ actor, tx, now }, { deviceToken }) {
    const hash = hashToken(deviceToken);
    const here = await tx
      .selectFrom('session')
      .select(['staff_id', 'centre_id'])
      .where('id', '=', actor.sessionId ?? '')
      .where('device_hash', '=', hash)
      .executeTakeFirst();
    if (!here?.staff_id) throw new Problem('session.device-unproven', 409);
    await tx
      .insertInto('shared_device')
      .values({
        token_hash: hash,
        centre_id: here.centre_id,
        marked_by: here.staff_id,
        marked_at: now,
      })
      .onConflict((conflict) => conflict.column('token_hash').doNothing())
      .execute();
    const marked = await tx
      .selectFrom('shared_device')
      .select('centre_id')
      .where('token_hash', '=', hash)
      .executeTakeFirstOrThrow();
    if (marked.centre_id !== here.centre_id) throw new Problem('session.device-elsewhere', 409);
    return { result: { shared: true }, audit: { subjectId: here.staff_id } };
  },
});
