import { randomUUID } from 'node:crypto';
import { editorsOfCentre } from '#modules/facts/index.server.ts';
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
    await editorsOfCentre(context),
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
