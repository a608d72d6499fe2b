import { operationsOn } from '#platform/operations/operation.server.ts';
import { fieldProblem, forbidden } from '#platform/problem.ts';
import { checkOpen, dayUpTo, loadMember, relationsTo } from '../household-load.server.ts';
import { removeMemberInput } from '../household.schemas.ts';
import type { HouseholdTables } from '../household.tables.server.ts';

/** A member no longer belongs to the household; that they did is kept. @throws `before-it-began` at `untilOn` */
export const removeMember = operationsOn<HouseholdTables>()({
  name: 'household.remove-member',
  input: removeMemberInput,
  subject: 'household',
  load: (context, { memberId }) => loadMember(context, memberId),
  relations: (context, { member }) => relationsTo(context, member.client_id),
  async run({ tx, actor, today }, input, { member, household }) {
    const { staffId } = actor;
    if (!staffId) throw forbidden();
    checkOpen(household);
    const untilOn = dayUpTo(today, input.untilOn, 'untilOn');
    if (untilOn < member.from_on) throw fieldProblem('untilOn', 'before-it-began');
    await tx
      .updateTable('household_member')
      .set({ until_on: untilOn, ended_by: staffId })
      .where('id', '=', member.id)
      .execute();
    return {
      result: { memberId: member.id },
      audit: { subjectId: household.id, clientId: member.client_id, fields: ['until_on'] },
    };
  },
});
