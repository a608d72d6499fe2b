import { z } from 'zod';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { tellColleague } from '../staff-notice.server.ts';
import type { StaffTables } from '../staff.tables.server.ts';

/**
 * A passkey's counter went backwards: there may be a copy. It opens nothing any more, and its owner and every
 * coordinator are told. The house does this by itself, when somebody used the key.
 */
export const suspectPasskey = operationsOn<StaffTables>()({
  name: 'passkey.suspect',
  input: z.object({ passkeyId: z.uuid() }),
  subject: 'passkey',
  login: 'auth',
  load: ({ tx }, { passkeyId }) =>
    tx
      .selectFrom('passkey')
      .select(['id', 'staff_id', 'centre_id', 'suspected_at'])
      .where('id', '=', passkeyId)
      .forUpdate()
      .executeTakeFirst(),
  async run({ tx, now }, _, { id, staff_id: owner, centre_id: centreId, suspected_at: before }) {
    if (!before) {
      await tx.updateTable('passkey').set({ suspected_at: now }).where('id', '=', id).execute();
      const coordinators = await tx
        .selectFrom('staff_member')
        .select(['id', 'roles'])
        .where('centre_id', '=', centreId)
        .where('status', '=', 'active')
        .execute();
      const told = new Set([
        owner,
        ...coordinators.filter(({ roles }) => roles.includes('coordinator')).map(({ id: each }) => each),
      ]);
      for (const staffId of told)
        await tellColleague(tx, { staffId, centreId, kind: 'passkey-suspected', by: owner, now });
    }
    return { result: { suspected: true }, audit: { subjectId: owner, centreId, itemIds: [id] } };
  },
});
