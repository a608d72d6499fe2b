import { randomUUID } from 'node:crypto';
import type { ClientForService } from '#modules/clients/index.server.ts';
import type { OperationContext } from '#platform/operations/operation.server.ts';
import { fieldProblem, Problem } from '#platform/problem.ts';
import { sealFollowUpNote } from './contact-note.server.ts';
import type { FollowUpWay } from './contact.ts';
import type { ContactTables } from './contact.tables.server.ts';
import { requireColleague } from './require-colleague.server.ts';
import { planReminder } from './reminder.server.ts';

interface NewFollowUp {
  dueOn: string;
  way: FollowUpWay;
  note?: string;
  assignedTo?: string;
  contactId?: string;
}

/**
 * Writes a follow-up inside the caller's transaction, and plans its reminder where the safe-contact rules allow one.
 * @param at where its fields stand in the caller's input: `` or `followUp.`
 * @throws Problem `input.invalid` on `dueOn` when the day is over, on `way` when the person may not be reached so
 */
export async function insertFollowUp(
  context: OperationContext<ContactTables>,
  client: Pick<ClientForService, 'id' | 'restricted'>,
  followUp: NewFollowUp,
  at: '' | 'followUp.' = '',
): Promise<string> {
  const { house, actor, tx, now, today } = context;
  if (followUp.dueOn < today) throw fieldProblem(`${at}dueOn`, 'in-the-past');
  if (!actor.centre || !actor.staffId) throw new Problem('forbidden', 403);
  if (followUp.assignedTo) await requireColleague(context.on(), followUp.assignedTo, `${at}assignedTo`);
  const id = randomUUID();
  await tx
    .insertInto('follow_up')
    .values({
      id,
      centre_id: actor.centre.id,
      client_id: client.id,
      restricted: client.restricted,
      contact_id: followUp.contactId ?? null,
      due_on: followUp.dueOn,
      way: followUp.way,
      assigned_to: followUp.assignedTo ?? actor.staffId,
      sealed_note: followUp.note
        ? await sealFollowUpNote(house.vault, { id, client_id: client.id }, followUp.note)
        : null,
      created_by: actor.staffId,
      created_at: now,
    })
    .execute();
  await planReminder(context, { id, clientId: client.id, dueOn: followUp.dueOn, way: followUp.way }, at);
  return id;
}
