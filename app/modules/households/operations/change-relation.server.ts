import { operationsOn } from '#platform/operations/operation.server.ts';
import { checkHead, refuseSecondHead } from '../check-head.server.ts';
import { checkOpen, loadMember, relationsTo } from '../household-load.server.ts';
import { changeRelationInput } from '../household.schemas.ts';
import type { HouseholdTables } from '../household.tables.server.ts';

/** A member stands otherwise to the head than was noted. @throws `households.closed`, `has-head` at `relation` */
export const changeRelation = operationsOn<HouseholdTables>()({
  name: 'household.change-relation',
  input: changeRelationInput,
  subject: 'household',
  load: (context, { memberId }) => loadMember(context, memberId),
  relations: (context, { member }) => relationsTo(context, member.client_id),
  async run({ tx }, { relation }, { member, household }) {
    checkOpen(household);
    await checkHead(tx, household.id, relation, member.id);
    await tx
      .updateTable('household_member')
      .set({ relation })
      .where('id', '=', member.id)
      .execute()
      .catch(refuseSecondHead);
    return {
      result: { memberId: member.id },
      audit: { subjectId: household.id, clientId: member.client_id, fields: ['relation'] },
    };
  },
});
