import { operationsOn } from '#platform/operations/operation.server.ts';
import { closeFollowUpInput } from '../contact.schemas.ts';
import type { ContactTables } from '../contact.tables.server.ts';
import { lockFollowUp, requireOpen, relationsToFollowUp } from '../lock-follow-up.server.ts';

/**
 * Ends a follow-up with its outcome. A reminder that has not gone out yet stays at home.
 * @throws Problem `follow-up.closed`, `conflict.version`
 */
export const closeFollowUp = operationsOn<ContactTables>()({
  name: 'follow-up.close',
  input: closeFollowUpInput,
  subject: 'follow-up',
  load: ({ tx }, input) => lockFollowUp(tx, input.followUpId),
  relations: ({ actor }, followUp) => relationsToFollowUp(actor, followUp),
  async run({ actor, tx, now }, input, followUp) {
    requireOpen(followUp, input.version);
    await tx
      .updateTable('follow_up')
      .set({
        outcome: input.outcome,
        closed_at: now,
        closed_by: actor.staffId ?? null,
        reminder: followUp.reminder === 'planned' ? 'withdrawn' : followUp.reminder,
        version: followUp.version + 1,
      })
      .where('id', '=', followUp.id)
      .execute();
    return {
      result: { followUpId: followUp.id, version: followUp.version + 1 },
      audit: { subjectId: followUp.id, clientId: followUp.client_id, fields: ['outcome'] },
    };
  },
});
