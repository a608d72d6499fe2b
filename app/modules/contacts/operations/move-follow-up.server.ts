import { operationsOn } from '#platform/operations/operation.server.ts';
import { fieldProblem } from '#platform/problem.ts';
import { moveFollowUpInput } from '../contact.schemas.ts';
import type { ContactTables } from '../contact.tables.server.ts';
import { lockFollowUp, requireOpen, relationsToFollowUp } from '../lock-follow-up.server.ts';
import { requireColleague } from '../require-colleague.server.ts';
import { planReminder } from '../reminder.server.ts';

/**
 * Moves a follow-up to another day, or to a colleague.
 * @throws Problem `follow-up.closed`, `conflict.version`, `input.invalid` on `dueOn`
 */
export const moveFollowUp = operationsOn<ContactTables>()({
  name: 'follow-up.move',
  input: moveFollowUpInput,
  subject: 'follow-up',
  load: ({ tx }, input) => lockFollowUp(tx, input.followUpId),
  relations: ({ actor }, followUp) => relationsToFollowUp(actor, followUp),
  async run(context, input, followUp) {
    requireOpen(followUp, input.version);
    if (input.dueOn < context.today) throw fieldProblem('dueOn', 'in-the-past');
    if (input.assignedTo) await requireColleague(context.on(), input.assignedTo, 'assignedTo');
    await context.tx
      .updateTable('follow_up')
      .set({
        due_on: input.dueOn,
        assigned_to: input.assignedTo ?? followUp.assigned_to,
        version: followUp.version + 1,
      })
      .where('id', '=', followUp.id)
      .execute();
    await planReminder(context, {
      id: followUp.id,
      clientId: followUp.client_id,
      dueOn: input.dueOn,
      way: followUp.way,
    });
    return {
      result: { followUpId: followUp.id, version: followUp.version + 1 },
      audit: {
        subjectId: followUp.id,
        clientId: followUp.client_id,
        fields: ['due', ...(input.assignedTo ? ['assigned'] : [])],
      },
    };
  },
});
