import { requireStaffActor } from '#modules/clients/index.server.ts';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { fieldProblem, Problem } from '#platform/problem.ts';
import { keepInput } from '../retention.schemas.ts';
import type { RetentionTables } from '../retention.tables.server.ts';

/**
 * What was proposed stays, with a reason and a day until when; then it is proposed again.
 * @throws `retention.settled`, `until` `in-past`
 */
export const keepLonger = operationsOn<RetentionTables>()({
  name: 'retention.keep',
  input: keepInput,
  subject: 'retention-proposal',
  load: ({ tx }, { proposalId }) =>
    tx
      .selectFrom('retention_proposal')
      .selectAll()
      .where('id', '=', proposalId)
      .forUpdate()
      .executeTakeFirst(),
  async run({ house, tx, actor, now, today }, input, row) {
    const { staffId } = requireStaffActor(actor);
    if (row.state !== 'open') throw new Problem('retention.settled', 409);
    if (input.until <= today) throw fieldProblem('until', 'in-the-past');
    const place = { table: 'retention_proposal', column: 'sealed_reason', row: row.id };
    await tx
      .updateTable('retention_proposal')
      .set({
        state: 'kept',
        keep_until: input.until,
        decided_by: staffId,
        decided_at: now,
        sealed_reason: row.client_id
          ? await house.vault.seal(row.client_id, place, { reason: input.reason })
          : house.vault.sealForHouse(place, { reason: input.reason }),
      })
      .where('id', '=', row.id)
      .execute();
    return {
      result: { proposalId: row.id },
      audit: {
        subjectId: row.id,
        fields: [row.class],
        ...(row.client_id && {
          clientId: row.client_id,
          detail: { reason: input.reason, until: input.until },
          detailKey: row.client_id,
        }),
      },
    };
  },
});
