import { sql } from 'kysely';
import { advises } from '#platform/actor.ts';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { fieldProblem } from '#platform/problem.ts';
import type { StaffTables } from '#modules/staff/index.server.ts';
import { assignCallsInput } from '../campaign.schemas.ts';
import type { CampaignTables } from '../campaign.tables.server.ts';

/**
 * Gives calls to a colleague, many at once. Calls that ended meanwhile are left as they are.
 * @throws `field.not-a-colleague` on `staffId`; `not-found` when one of the calls is out of reach
 */
export const assignCalls = operationsOn<CampaignTables>()({
  name: 'campaign.assign',
  input: assignCallsInput,
  subject: 'campaign',
  async load({ tx }, { callIds }) {
    const found = await tx
      .selectFrom('campaign_call')
      .select(['id', 'client_id', 'closed_at'])
      .where('id', '=', sql<string>`any(${callIds}::uuid[])`)
      .orderBy('id')
      .forUpdate()
      .execute();
    return found.length === new Set(callIds).size ? found : undefined;
  },
  async run({ actor, on, tx }, { staffId }, calls) {
    const colleague = await on<StaffTables>()
      .selectFrom('staff_member')
      .select('roles')
      .where('id', '=', staffId)
      .where('centre_id', '=', actor.centre?.id ?? '')
      .where('status', '=', 'active')
      .executeTakeFirst();
    if (!colleague || !advises(colleague)) throw fieldProblem('staffId', 'not-a-colleague');
    const open = calls.filter((call) => !call.closed_at);
    await tx
      .updateTable('campaign_call')
      .set(({ eb }) => ({ assigned_to: staffId, version: eb('version', '+', 1) }))
      .where('id', '=', sql<string>`any(${open.map(({ id }) => id)}::uuid[])`)
      .execute();
    return {
      result: { assigned: open.length },
      audit: {
        subjectId: staffId,
        count: open.length,
        itemIds: open.map(({ client_id: id }) => id),
        fields: ['assigned'],
      },
    };
  },
});
