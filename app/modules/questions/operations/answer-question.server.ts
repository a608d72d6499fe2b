import { recordServiceContact } from '#modules/contacts/index.server.ts';
import { publishedSite } from '#modules/guides/index.server.ts';
import type { Channel } from '#platform/code-lists/channel-list.ts';
import { type OperationContext, operationsOn } from '#platform/operations/operation.server.ts';
import { fieldProblem, forbidden, Problem } from '#platform/problem.ts';
import { mailAnswer } from '../answer-mail.server.ts';
import { openIntakeKeys } from '../intake-key.server.ts';
import { lockQuestion, requireWaiting } from '../lock-question.server.ts';
import type { QuestionWay } from '../question.ts';
import { answerQuestionInput } from '../question.schemas.ts';
import type { LinkedGuide, QuestionTables } from '../question.tables.server.ts';
import { openSaid, sealSaid } from '../sealed-message.server.ts';

const channels: Record<QuestionWay, Channel> = { code: 'web_form', email: 'email', call: 'phone_outbound' };

/**
 * Answers a question: sealed to the asker and to the centre, with the pages it leads to in today's version, and one
 * contact in the ledger. Whoever asked for an e-mail is sent one; with a call, this is what was said on the phone.
 *
 * @throws Problem `conflict.version`, `question.settled`; `input.invalid` on `guideIds` or `stayOptionExplained`;
 * `question.closed-door` while the centre has no key
 */
export const answerQuestion = operationsOn<QuestionTables>()({
  name: 'question.answer',
  input: answerQuestionInput,
  subject: 'question',
  load: (context, input) => lockQuestion(context, input.questionId),
  async run(context, input, question) {
    const { actor, tx, today } = context;
    if (!actor.staffId) throw forbidden();
    requireWaiting(question, input.version);
    const guides = await guidesOf(context, input.guideIds);
    const key = await tx
      .selectFrom('intake_key')
      .select(['id', 'recipient'])
      .where('centre_id', '=', question.centre_id)
      .where('retired_on', 'is', null)
      .executeTakeFirst();
    if (!key) throw new Problem('question.closed-door', 409);
    const messages = await tx
      .selectFrom('question_message')
      .select(['seq', 'sealed', 'intake_key_id'])
      .where('question_id', '=', question.id)
      .orderBy('seq')
      .execute();
    const seq = (messages.at(-1)?.seq ?? 0) + 1;
    const place = { questionId: question.id, seq, author: 'centre' as const };
    await tx
      .insertInto('question_message')
      .values({
        question_id: question.id,
        seq,
        centre_id: question.centre_id,
        author: 'centre',
        sealed: await sealSaid([key.recipient, question.asker_recipient], place, { text: input.text }),
        intake_key_id: key.id,
        mark: null,
        day: today,
        guides: JSON.stringify(guides) as never,
        answered_by: actor.staffId,
      })
      .execute();
    const version = question.version + 1;
    await tx
      .updateTable('question')
      .set({
        state: 'answered',
        waiting_since: null,
        answered_on: today,
        last_on: today,
        assigned_to: question.assigned_to ?? actor.staffId,
        version,
      })
      .where('id', '=', question.id)
      .execute();
    const contactId = await recordServiceContact(context, {
      channel: channels[question.way],
      direction: question.way === 'call' ? 'outbound' : 'inbound',
      language: question.language,
      topics: [input.topic],
      minutes: input.minutes,
      result: 'information_given',
      stayOptionExplained: input.stayOptionExplained,
      riskInfoGiven: input.riskInfoGiven,
      documentsGiven: guides.length > 0 ? ['information_sheet'] : [],
    });
    const first = messages[0];
    const mailed =
      question.way === 'email' && first !== undefined
        ? await mailTo(context, { ...first, question }, input.text, guides)
        : false;
    return {
      result: { version, contactId, mailed },
      audit: {
        subjectId: question.id,
        itemIds: [contactId, ...guides.map((guide) => guide.pageId)],
        fields: ['answer', ...(guides.length > 0 ? ['guides'] : []), ...(mailed ? ['email'] : [])],
      },
    };
  },
});

/** The pages as they are published now: their version stays with the answer. */
async function guidesOf(
  { house }: OperationContext<QuestionTables>,
  ids: readonly string[],
): Promise<LinkedGuide[]> {
  if (ids.length === 0) return [];
  const site = await publishedSite(house);
  return [...new Set(ids)].map((id) => {
    const page = site?.pages.find((each) => each.id === id);
    if (!page) throw fieldProblem('guideIds', 'choose-one');
    return { pageId: page.id, version: page.version, slug: page.slug };
  });
}

async function mailTo(
  context: OperationContext<QuestionTables>,
  first: { seq: number; sealed: Buffer; intake_key_id: string; question: { id: string; language: string } },
  text: string,
  guides: readonly LinkedGuide[],
): Promise<boolean> {
  const { question } = first;
  const keys = await openIntakeKeys(context, [first.intake_key_id]);
  const place = { questionId: question.id, seq: first.seq, author: 'asker' as const };
  const to = (await openSaid([...keys.values()], place, first.sealed))?.contact?.email;
  if (!to) return false;
  const slugs = guides.map((guide) => guide.slug);
  return mailAnswer(context, { to, language: question.language, text, slugs });
}
