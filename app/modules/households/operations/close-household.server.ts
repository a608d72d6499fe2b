import { sql } from 'kysely';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { forbidden } from '#platform/problem.ts';
import { checkOpen, loadHousehold } from '../household-load.server.ts';
import { closeHouseholdInput } from '../household.schemas.ts';
import type { HouseholdTables } from '../household.tables.server.ts';

/** The household is no more: everybody's belonging ends today. @throws `households.closed` */
export const closeHousehold = operationsOn<HouseholdTables>()({
  name: 'household.close',
  input: closeHouseholdInput,
  subject: 'household',
  load: (context, { householdId }) => loadHousehold(context, householdId),
  async run({ tx, actor, today }, _input, household) {
    const { staffId } = actor;
    if (!staffId) throw forbidden();
    checkOpen(household);
    await tx
      .updateTable('household_member')
      .set({ until_on: sql`greatest(from_on, ${today}::date)`, ended_by: staffId })
      .where('household_id', '=', household.id)
      .where('until_on', 'is', null)
      .execute();
    await tx
      .updateTable('household')
      .set({ closed_on: today, closed_by: staffId })
      .where('id', '=', household.id)
      .execute();
    return { result: { closed: true }, audit: { subjectId: household.id, fields: ['closed_on'] } };
  },
});
