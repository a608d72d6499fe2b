import { listGuides } from '#modules/guides/queries/list-guides.query.server.ts';
import { openIntake } from '#modules/questions/jobs.server.ts';
import { answerQuestion } from '#modules/questions/operations/answer-question.server.ts';
import { askQuestion } from '#modules/questions/operations/ask-question.server.ts';
import { listQuestions } from '#modules/questions/queries/list-questions.query.server.ts';
import { receiptKeys } from '#modules/questions/receipt-keys.server.ts';
import { publicActor } from '#platform/actor.ts';
import type { House } from '#platform/house.server.ts';
import { localDay } from '#platform/language/local-day.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import { demoCentre } from './demo-centre.ts';
import { demoQuestions } from './demo-questions.ts';
import { houseAt } from './house-at.ts';
import type { DemoCentre } from './open-demo-centre.server.ts';

const day = 24 * 3_600_000;

/** People who asked without a name in the last days; the first were answered at once, the others wait. */
export async function seedQuestions(house: House, centre: DemoCentre): Promise<void> {
  const now = house.clock.now().getTime();
  // By today's clock: a job of the past would have been over before it began.
  await openIntake(house);
  const coordinator = centre.staff.get('coordinator');
  if (!coordinator) throw new Error('the demo has no coordinator');
  const { guides } = await read(house, listGuides, coordinator, {});
  for (const { receipt, daysAgo, topic, language, text, answer } of demoQuestions) {
    const then = houseAt(house, now - daysAgo * day);
    const { token, recipient, markKey } = await receiptKeys(receipt);
    await execute(then, askQuestion, publicActor, {
      receipt: { token, recipient, markKey },
      way: 'code',
      topic,
      language,
      text,
    });
    if (!answer) continue;
    const colleague = centre.staff.get(answer.by) ?? coordinator;
    const { rows } = await read(then, listQuestions, colleague, { inbox: 'waiting' });
    const askedOn = localDay(then.clock.now(), demoCentre.timeZone);
    // Not there where an earlier seeding had answered it already.
    const waiting = rows.find((row) => row.topic === topic && row.askedOn === askedOn);
    if (!waiting) continue;
    await execute(then, answerQuestion, colleague, {
      questionId: waiting.id,
      version: 1,
      text: answer.text,
      topic: answer.topic,
      guideIds: guides.filter(({ slug }) => answer.guides.includes(slug)).map(({ id }) => id),
      stayOptionExplained: true,
    });
  }
}
