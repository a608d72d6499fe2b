import { z } from 'zod';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { Problem } from '#platform/problem.ts';
import { lockColleague } from '../lock-colleague.server.ts';
import { endSessions } from '../session.server.ts';
import { tellColleague } from '../staff-notice.server.ts';
import type { StaffTables } from '../staff.tables.server.ts';

/**
 * Signs a colleague out everywhere, as when a phone was left in a taxi. What they sign in with stays as it is.
 * @throws Problem `staff.not-yourself`: one's own are ended on one's own page
 */
export const endStaffSessions = operationsOn<StaffTables>()({
  name: 'staff.end-sessions',
  input: z.object({ staffId: z.uuid() }),
  subject: 'staff',
  login: 'auth',
  load: (context, { staffId }) => lockColleague(context, staffId),
  async run({ actor, tx, now }, _, { member }) {
    if (member.id === actor.staffId) throw new Problem('staff.not-yourself', 403);
    await endSessions(tx, member.id, now, 'ended-by-coordinator');
    await tellColleague(tx, {
      staffId: member.id,
      centreId: member.centre_id,
      kind: 'sessions-ended',
      by: actor.staffId ?? null,
      now,
    });
    return { result: { ended: true }, audit: { subjectId: member.id } };
  },
});
