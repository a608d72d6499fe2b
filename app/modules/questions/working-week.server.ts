import type { Transaction } from 'kysely';
import { type CentreTables, settingOf } from '#modules/centres/index.server.ts';
import { zeroCentre } from '#platform/audit/audit-event.ts';
import type { Actor } from '#platform/actor.ts';
import { answerDueOn, workingWeekdays } from './question.ts';

/** When an answer is due in this centre: its own promise (`reply.question-days`), by its own week. */
export async function dueDays(context: {
  actor: Actor;
  today: string;
  on<Other>(): Transaction<Other>;
}): Promise<(waitingSince: string) => { dueOn: string; isOverdue: boolean }> {
  const sites = await context
    .on<CentreTables>()
    .selectFrom('site')
    .select('hours')
    .where('centre_id', '=', context.actor.centre?.id ?? zeroCentre)
    .where('active', '=', true)
    .execute();
  const weekdays = workingWeekdays(sites.flatMap((site) => site.hours.map((each) => each.day)));
  const days = settingOf(context.actor.centre?.settings, 'reply.question-days');
  return (waitingSince) => {
    const dueOn = answerDueOn(waitingSince, days, weekdays);
    return { dueOn, isOverdue: dueOn < context.today };
  };
}
