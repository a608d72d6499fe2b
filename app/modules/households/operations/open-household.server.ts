import { randomUUID } from 'node:crypto';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { forbidden } from '#platform/problem.ts';
import { dayUpTo, loadPerson, relationsTo } from '../household-load.server.ts';
import { openHouseholdInput } from '../household.schemas.ts';
import type { HouseholdTables } from '../household.tables.server.ts';

/** Begins a household with its first member. @throws `not-in-the-future` at `fromOn`, `clients.merged` */
export const openHousehold = operationsOn<HouseholdTables>()({
  name: 'household.open',
  input: openHouseholdInput,
  subject: 'household',
  load: (context, { clientId }) => loadPerson(context, clientId),
  relations: (context, person) => relationsTo(context, person.id),
  async run({ tx, actor, now, today }, input, person) {
    const { staffId } = actor;
    if (!staffId) throw forbidden();
    const fromOn = dayUpTo(today, input.fromOn, 'fromOn');
    const [householdId, memberId] = [randomUUID(), randomUUID()];
    await tx
      .insertInto('household')
      .values({ id: householdId, centre_id: person.centre_id, opened_by: staffId, opened_at: now })
      .execute();
    await tx
      .insertInto('household_member')
      .values({
        id: memberId,
        household_id: householdId,
        centre_id: person.centre_id,
        client_id: person.id,
        relation: input.relation,
        from_on: fromOn,
        added_by: staffId,
        added_at: now,
      })
      .execute();
    return {
      result: { householdId, memberId },
      audit: { subjectId: householdId, clientId: person.id, fields: ['household'] },
    };
  },
});
