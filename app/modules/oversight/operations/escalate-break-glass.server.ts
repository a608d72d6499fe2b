import { sql } from 'kysely';
import { z } from 'zod';
import { type StaffTables, tellColleague } from '#modules/staff/index.server.ts';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { forbidden } from '#platform/problem.ts';
import { activeColleagues } from '../colleagues.server.ts';
import type { OversightTables } from '../oversight.tables.server.ts';
import { reviewersWhenOverdue } from '../reviewers.ts';

const day = 24 * 3_600_000;

/** Tells everybody who may settle them that reviews are overdue: when the time is up, and every day after. */
export const escalateBreakGlass = operationsOn<OversightTables>()({
  name: 'break-glass.escalate',
  input: z.object({}),
  subject: 'client',
  async run({ tx, actor, on, now }) {
    const { centre } = actor;
    if (!centre) throw forbidden();
    const yesterday = new Date(now.getTime() - day + 60_000);
    const overdue = await tx
      .selectFrom('break_glass')
      .select(['id', 'client_id', 'staff_id'])
      .where('reviewed_at', 'is', null)
      .where('review_due', '<=', now)
      .where((either) =>
        either.or([either('escalated_at', 'is', null), either('escalated_at', '<=', yesterday)]),
      )
      .forUpdate()
      .execute();
    const colleagues = overdue.length > 0 ? await activeColleagues(on<StaffTables>()) : [];
    for (const row of overdue) {
      const readers = await sql<{ staff_id: string }>`
        select staff_id from restricted_reader where client_id = ${row.client_id}`.execute(tx);
      const told = reviewersWhenOverdue(
        row.staff_id,
        colleagues,
        readers.rows.map(({ staff_id }) => staff_id),
      );
      for (const staffId of told) {
        await tellColleague(on<StaffTables>(), {
          staffId,
          centreId: centre.id,
          kind: 'break-glass-overdue',
          by: row.staff_id,
          now,
          clientId: row.client_id,
          subjectId: row.id,
        });
      }
      await tx.updateTable('break_glass').set({ escalated_at: now }).where('id', '=', row.id).execute();
    }
    return {
      result: { overdue: overdue.length },
      audit: { count: overdue.length, itemIds: overdue.map(({ id }) => id) },
    };
  },
});
