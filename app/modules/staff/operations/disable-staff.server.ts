import { sql } from 'kysely';
import { z } from 'zod';
import { handOvers } from '#app/hand-over.server.ts';
import type { OperationContext } from '#platform/operations/operation.server.ts';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { fieldProblem, Problem } from '#platform/problem.ts';
import { asColleague, keepCoordinator, lockColleague, refuseOwn } from '../lock-colleague.server.ts';
import { mayTakeOver } from '../staff.ts';
import { tellColleague } from '../staff-notice.server.ts';
import type { StaffTables } from '../staff.tables.server.ts';

export const disableStaffInput = z.object({
  staffId: z.uuid(),
  /** Who takes over open follow-ups and assigned people. */
  handOverTo: z.uuid('field.choose-one'),
});

/**
 * Closes a leaver's account: signed out at once, never again let in, open work passed on in the same moment.
 * What they recorded stays theirs.
 * @throws Problem `staff.not-yourself`, `staff.last-coordinator`, `staff.not-active`; `field.cannot-take-over`
 */
export const disableStaff = operationsOn<StaffTables>()({
  name: 'staff.disable',
  input: disableStaffInput,
  subject: 'staff',
  load: (context, { staffId }) => lockColleague(context, staffId),
  async run(context, { handOverTo }, colleague) {
    const { actor, tx, now, today } = context;
    const { member } = colleague;
    refuseOwn(context, colleague);
    if (member.status !== 'active') throw new Problem('staff.not-active', 409);
    // The network takes its role back first, or, for the last one, the coordinator by changing the roles.
    if (member.roles.includes('network_administrator'))
      throw new Problem('staff.network-has-administrator', 409);
    keepCoordinator(colleague, { status: 'disabled' });
    const successor = await tx
      .selectFrom('staff_member')
      .selectAll()
      .where('id', '=', handOverTo)
      .where('centre_id', '=', member.centre_id)
      .forUpdate()
      .executeTakeFirst();
    if (!successor || successor.id === member.id || !mayTakeOver(asColleague(successor), today)) {
      throw fieldProblem('handOverTo', 'cannot-take-over');
    }
    let handedOver = 0;
    for (const handOver of handOvers)
      handedOver += await handOver(context as OperationContext<unknown>, member.id, handOverTo);
    await tx
      .updateTable('staff_member')
      .set({ status: 'disabled', left_at: now, updated_at: now, version: member.version + 1 })
      .where('id', '=', member.id)
      .execute();
    await sql`select end_sessions_of(${member.id}, ${now}, 'disabled')`.execute(tx);
    if (handedOver > 0 && handOverTo !== actor.staffId) {
      await tellColleague(tx, {
        staffId: handOverTo,
        centreId: member.centre_id,
        kind: 'work-received',
        by: actor.staffId ?? null,
        now,
      });
    }
    return {
      result: { handedOver },
      audit: { subjectId: member.id, fields: ['status'], count: handedOver, itemIds: [handOverTo] },
    };
  },
});
