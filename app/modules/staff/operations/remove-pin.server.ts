import { z } from 'zod';
import { operationsOn } from '#platform/operations/operation.server.ts';
import type { StaffTables } from '../staff.tables.server.ts';

/** Takes one's own PIN away: a locked screen then wants the passphrase or a passkey. */
export const removePin = operationsOn<StaffTables>()({
  name: 'staff.remove-pin',
  input: z.object({}),
  subject: 'staff',
  login: 'auth',
  relations: () => ['self'],
  async run({ actor, tx }) {
    const staffId = actor.staffId ?? '';
    await tx.deleteFrom('staff_pin').where('staff_id', '=', staffId).execute();
    return { result: { removed: true }, audit: { subjectId: staffId, fields: ['pin'] } };
  },
});
