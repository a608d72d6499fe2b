import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { StaffTables } from '#modules/staff/index.server.ts';
import { addDays } from '#platform/language/local-day.ts';
import type { OperationContext } from '#platform/operations/operation.server.ts';
import { Problem } from '#platform/problem.ts';
import { secondLookDays, secondPerson } from './guide-rules.ts';
import type { GuidePageRow, GuideTables } from './guide.tables.server.ts';
import { riskOf } from './lock-guide.server.ts';

/**
 * The four-eyes rule of a page. Where no colleague could take the step instead, the actor may, and a second look falls
 * due within 72 hours, on everyone's list.
 * @throws Problem `guide.second-person`
 */
export async function requireSecondPerson(
  context: OperationContext<GuideTables>,
  step: 'approve' | 'publish',
  page: GuidePageRow,
): Promise<{ alone: boolean }> {
  const { actor, tx, now, today } = context;
  const editors = await context
    .on<StaffTables>()
    .selectFrom('staff_member')
    .select('id')
    .where('status', '=', 'active')
    .where(sql<boolean>`roles && array['coordinator', 'counsellor']`)
    .where(({ or, eb }) => or([eb('expires_on', 'is', null), eb('expires_on', '>=', today)]))
    .execute();
  const answer = secondPerson(
    step,
    {
      editedBy: page.edited_by,
      writtenBy: page.hands,
      submittedBy: page.submitted_by,
      approvedBy: page.approved_by,
      riskClass: riskOf(page),
    },
    actor.staffId ?? '',
    editors.map(({ id }) => id),
  );
  if (answer === 'refused') throw new Problem('guide.second-person', 409);
  if (answer === 'alone') {
    await tx
      .insertInto('content_task')
      .values({
        id: randomUUID(),
        centre_id: page.centre_id,
        kind: 'second_look',
        page_id: page.id,
        due_on: addDays(today, secondLookDays),
        opened_by: actor.staffId ?? null,
        opened_at: now,
      })
      .execute();
  }
  return { alone: answer === 'alone' };
}
