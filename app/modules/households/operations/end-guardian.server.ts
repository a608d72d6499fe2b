import { operationsOn } from '#platform/operations/operation.server.ts';
import { forbidden } from '#platform/problem.ts';
import { loadGuardianship, relationsTo } from '../household-load.server.ts';
import { endGuardianInput } from '../household.schemas.ts';
import type { HouseholdTables } from '../household.tables.server.ts';

/** A guardian no longer speaks for the child: lost, replaced, or the child is of age. The file then says what is missing. */
export const endGuardian = operationsOn<HouseholdTables>()({
  name: 'guardian.end',
  input: endGuardianInput,
  subject: 'client',
  load: (context, { guardianshipId }) => loadGuardianship(context, guardianshipId),
  relations: (context, row) => relationsTo(context, row.child_id),
  async run({ tx, actor, today }, { because }, row) {
    const { staffId } = actor;
    if (!staffId) throw forbidden();
    await tx
      .updateTable('guardianship')
      .set({ until_on: today, ended_by: staffId, ended_because: because })
      .where('id', '=', row.id)
      .execute();
    return {
      result: { ended: true },
      audit: { subjectId: row.child_id, clientId: row.child_id, fields: ['guardian'] },
    };
  },
});
