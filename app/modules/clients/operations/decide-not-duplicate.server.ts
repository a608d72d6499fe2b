import { operationsOn } from '#platform/operations/operation.server.ts';
import { notDuplicateInput } from '../client.schemas.ts';
import type { ClientTables } from '../client.tables.server.ts';
import { requireStaffActor } from '../require-staff-actor.ts';

/** Two files that looked alike are two people. Both must be within reach; the decision is kept with its maker. */
export const decideNotDuplicate = operationsOn<ClientTables>()({
  name: 'client.decide-not-duplicate',
  input: notDuplicateInput,
  subject: 'client',
  async load({ tx }, input) {
    const pair = [input.clientId, input.otherClientId];
    const visible = await tx.selectFrom('client').select('id').where('id', 'in', pair).execute();
    if (visible.length < 2) return undefined;
    return tx
      .selectFrom('possible_duplicate')
      .select(['client_id', 'other_client_id'])
      .where('client_id', 'in', pair)
      .where('other_client_id', 'in', pair)
      .forUpdate()
      .executeTakeFirst();
  },
  async run({ tx, actor, now }, _input, pair) {
    const { staffId } = requireStaffActor(actor);
    await tx
      .updateTable('possible_duplicate')
      .set(({ ref }) => ({
        status: 'not_duplicate' as const,
        decided_score: ref('score'),
        asked_again: false,
        decided_by: staffId,
        decided_at: now,
      }))
      .where('client_id', '=', pair.client_id)
      .where('other_client_id', '=', pair.other_client_id)
      .execute();
    return {
      result: { decided: true },
      audit: {
        subjectId: pair.client_id,
        clientId: pair.client_id,
        fields: ['possible_duplicate'],
        itemIds: [pair.other_client_id],
      },
    };
  },
});
