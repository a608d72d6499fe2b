import { settingOf } from '#modules/centres/index.server.ts';
import { addDays } from '#platform/language/local-day.ts';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { fieldProblem, Problem } from '#platform/problem.ts';
import { nextRevision } from '../content-revision.server.ts';
import { editorsOfCentre } from '../editors.server.ts';
import { hasSource, reviewSetting } from '../fact.ts';
import { confirmFactInput } from '../fact.schemas.ts';
import type { FactTables } from '../fact.tables.server.ts';
import { asStaff, lockFact, requireCurrent } from '../lock-fact.server.ts';

/**
 * Says: I have looked at the source today and it says so. Only a second person can, never who wrote the fact last;
 * where a centre has nobody else, the only one may, and the list says so until somebody else has looked as well.
 * From then on readers see the day of the check, until it is time to look again.
 * @throws Problem `conflict.version`, `fact.retired`, `fact.no-source`, `fact.second-person`; `input.invalid` on `reviewDue`
 */
export const confirmFact = operationsOn<FactTables>()({
  name: 'fact.confirm',
  input: confirmFactInput,
  subject: 'fact',
  load: ({ tx }, input) => lockFact(tx, input.factId),
  async run(context, input, fact) {
    const { tx, now, today } = context;
    const { centre, staffId } = asStaff(context);
    requireCurrent(fact, input.version);
    if (!hasSource(fact)) throw new Problem('fact.no-source', 409);
    // Reading it again later needs no other person: nothing was written since.
    const isOwn = fact.changed_by === staffId && fact.checked_on === null;
    if (isOwn && (await editorsOfCentre(context)).some((id) => id !== staffId))
      throw new Problem('fact.second-person', 409);
    const days = settingOf(centre.settings, reviewSetting[fact.kind]);
    const reviewDue = input.reviewDue ?? addDays(today, days);
    if (reviewDue <= today) throw fieldProblem('reviewDue', 'in-the-past');
    await tx
      .updateTable('fact')
      .set({
        checked_on: today,
        checked_by: staffId,
        review_due: reviewDue,
        updated_at: now,
        revision: await nextRevision(context, centre.id),
      })
      .where('id', '=', fact.id)
      .execute();
    return {
      result: { factId: fact.id, reviewDue, alone: isOwn },
      audit: { subjectId: fact.id, fields: ['check', ...(isOwn ? ['alone'] : [])] },
    };
  },
});
