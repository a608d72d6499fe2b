import { randomUUID } from 'node:crypto';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { fieldProblem, forbidden } from '#platform/problem.ts';
import { checkHead, refuseSecondHead } from '../check-head.server.ts';
import { checkOpen, dayUpTo, loadHousehold, loadPerson, relationsTo } from '../household-load.server.ts';
import { addMemberInput } from '../household.schemas.ts';
import type { HouseholdTables } from '../household.tables.server.ts';

/**
 * Somebody with a file joins a household. Neither gets to see the other's file by it.
 * @throws `households.closed`, `already-member` at `clientId`, `has-head` at `relation`, `clients.merged`
 */
export const addMember = operationsOn<HouseholdTables>()({
  name: 'household.add-member',
  input: addMemberInput,
  subject: 'household',
  async load(context, { householdId, clientId }) {
    const household = await loadHousehold(context, householdId);
    const person = household && (await loadPerson(context, clientId));
    return household && person && { household, person };
  },
  relations: (context, { person }) => relationsTo(context, person.id),
  async run({ tx, actor, now, today }, input, { household, person }) {
    const { staffId } = actor;
    if (!staffId) throw forbidden();
    checkOpen(household);
    const fromOn = dayUpTo(today, input.fromOn, 'fromOn');
    const known = await tx
      .selectFrom('household_member')
      .select('id')
      .where('household_id', '=', household.id)
      .where('client_id', '=', person.id)
      .where('until_on', 'is', null)
      .executeTakeFirst();
    if (known) throw fieldProblem('clientId', 'already-member');
    await checkHead(tx, household.id, input.relation);
    const memberId = randomUUID();
    await tx
      .insertInto('household_member')
      .values({
        id: memberId,
        household_id: household.id,
        centre_id: household.centre_id,
        client_id: person.id,
        relation: input.relation,
        from_on: fromOn,
        added_by: staffId,
        added_at: now,
      })
      .execute()
      .catch(refuseSecondHead);
    return {
      result: { memberId },
      audit: { subjectId: household.id, clientId: person.id, fields: ['household_member'] },
    };
  },
});
