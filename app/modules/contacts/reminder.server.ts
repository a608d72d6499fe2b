import { settingOf } from '#modules/centres/index.server.ts';
import { loadSafeContact, mayReach } from '#modules/clients/index.server.ts';
import { addDays } from '#platform/language/local-day.ts';
import { zonedTime } from '#platform/language/zoned-time.ts';
import type { OperationContext } from '#platform/operations/operation.server.ts';
import { fieldProblem } from '#platform/problem.ts';
import type { FollowUpWay } from './contact.ts';
import type { ContactTables } from './contact.tables.server.ts';

/** The day and hour, in the centre's time, at which a reminder goes out; both are the centre's settings. */
export function reminderTime(
  settings: Record<string, unknown> | undefined,
  dueOn: string,
): { day: string; time: string } {
  return {
    day: addDays(dueOn, -settingOf(settings, 'reminder.lead-days')),
    time: `${String(settingOf(settings, 'reminder.hour')).padStart(2, '0')}:00`,
  };
}

/**
 * Checks a follow-up against what the person agreed to, and plans the reminder of an e-mail one.
 * The rules are asked again when the job runs: what was allowed then may be forbidden now.
 * @throws Problem `input.invalid` on `way` when the person did not agree to be reached so, or it is not safe
 */
export async function planReminder(
  context: OperationContext<ContactTables>,
  followUp: { id: string; clientId: string; dueOn: string; way: FollowUpWay },
  at: '' | 'followUp.' = '',
): Promise<void> {
  const { house, actor, tx } = context;
  const contact = await loadSafeContact(context, followUp.clientId);
  const reach = contact && mayReach(contact.safe, contact.consents, followUp.way, { day: followUp.dueOn });
  if (!reach?.allowed) {
    throw fieldProblem(
      `${at}way`,
      reach?.reasons.some((reason) => reason.endsWith('consent')) === false ? 'not-safe' : 'not-agreed',
    );
  }
  if (followUp.way !== 'email' || !house.config.smtpUrl) return;
  await tx.updateTable('follow_up').set({ reminder: 'planned' }).where('id', '=', followUp.id).execute();
  const remind = reminderTime(actor.centre?.settings, followUp.dueOn);
  await context.enqueue(
    'remind-follow-up',
    { followUpId: followUp.id, centreId: actor.centre?.id },
    {
      runAt: zonedTime(remind.day, remind.time, actor.centre?.timeZone ?? 'UTC'),
      jobKey: `follow-up/${followUp.id}`,
    },
  );
}
