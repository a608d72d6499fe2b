import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { loadSafeContact, mayReach } from '#modules/clients/index.server.ts';
import { type OutboxTables, queueMessage } from '#modules/messages/index.server.ts';
import { sourceLanguage } from '#platform/language/interface-languages.ts';
import { matchTag } from '#platform/language/negotiate-language.ts';
import { operationsOn } from '#platform/operations/operation.server.ts';
import type { ContactTables } from '../contact.tables.server.ts';
import { lockFollowUp } from '../lock-follow-up.server.ts';
import { reminderTime } from '../reminder.server.ts';

/**
 * Sends the neutral reminder of a follow-up by e-mail, if it is still wanted, agreed to and safe at this moment.
 * A job's operation: it finds restricted people out of its reach, so nothing is ever sent to them by itself.
 * Returns what happened; running it twice sends one message.
 */
export const sendReminder = operationsOn<ContactTables & OutboxTables>()({
  name: 'follow-up.send-reminder',
  input: z.object({ followUpId: z.uuid() }),
  subject: 'follow-up',
  load: ({ on }, input) => lockFollowUp(on<ContactTables>(), input.followUpId),
  async run(context, _input, followUp) {
    const { house, actor, tx, today } = context;
    const audit = { subjectId: followUp.id, clientId: followUp.client_id, fields: ['reminder'] };
    if (
      followUp.closed_at ||
      followUp.reminder !== 'planned' ||
      reminderTime(actor.centre?.settings, followUp.due_on).day > today
    )
      return { result: 'not-due' as const, audit };
    const contact = await loadSafeContact(context, followUp.client_id);
    const reach = contact && mayReach(contact.safe, contact.consents, 'email', { day: today });
    const allowed = reach?.allowed === true && contact?.safe.email !== undefined;
    await tx
      .updateTable('follow_up')
      .set({ reminder: allowed ? 'sent' : 'withdrawn' })
      .where('id', '=', followUp.id)
      .execute();
    if (!allowed || !contact?.safe.email) return { result: 'withdrawn' as const, audit };
    const language = contact.languages
      .map((code) => matchTag(code, house.translators.languages))
      .find(Boolean);
    const t = house.translators.for(language ?? sourceLanguage, 'messages');
    await queueMessage(context, {
      id: randomUUID(),
      clientId: followUp.client_id,
      kind: 'reminder',
      to: contact.safe.email.address,
      subject: t('reminder.subject'),
      text: t('reminder.text'),
    });
    return { result: 'queued' as const, audit };
  },
});
