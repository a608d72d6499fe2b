import { randomUUID } from 'node:crypto';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { Problem } from '#platform/problem.ts';
import { addAskerMessage } from '../asker-message.server.ts';
import { intakeCentre } from '../intake-centre.server.ts';
import { lookupOf, showReceipt } from '../receipt-wall.server.ts';
import { type AskQuestion, askQuestionInput } from '../question.schemas.ts';
import type { QuestionTables } from '../question.tables.server.ts';
import type { AskerContact } from '../sealed-message.server.ts';

/**
 * Takes a question from somebody without a name. Sealed before it is written, by public keys alone: it works while the
 * house is locked. The same form sent twice is one question; the same receipt with other words adds to it.
 * Quiet: the database notes it in a log without a key, and `question.receive` takes that over into the chain.
 *
 * @throws Problem `question.closed-door` while the centre has no key; `question.too-many`
 */
export const askQuestion = operationsOn<QuestionTables>()({
  name: 'question.ask',
  input: askQuestionInput,
  subject: 'question',
  quiet: true,
  async run({ house, tx }, input) {
    const contact = contactOf(input);
    const centre = await intakeCentre(house);
    if (!centre?.key) throw new Problem('question.closed-door', 409);
    const { token, recipient, markKey } = input.receipt;
    await showReceipt(tx, token, centre.today);
    await tx
      .insertInto('question')
      .values({
        id: randomUUID(),
        centre_id: centre.id,
        lookup: lookupOf(token),
        asked_on: centre.today,
        language: input.language,
        topic: input.topic,
        way: input.way,
        asker_recipient: recipient,
        waiting_since: centre.today,
        answered_on: null,
        last_on: centre.today,
        assigned_to: null,
        close_reason: null,
        task_on: null,
      })
      .onConflict((conflict) => conflict.column('lookup').doNothing())
      .execute();
    const thread = await tx
      .selectFrom('question')
      .selectAll()
      .where('lookup', '=', lookupOf(token))
      .forUpdate()
      .executeTakeFirstOrThrow();
    const said = { text: input.text, ...(contact && { contact }) };
    const isNew = await addAskerMessage(tx, { ...centre, key: centre.key }, thread, {
      said,
      after: 0,
      markKey,
    });
    if (isNew && thread.state !== 'new')
      await tx
        .updateTable('question')
        .set({
          state: 'asked_again',
          waiting_since: thread.waiting_since ?? centre.today,
          last_on: centre.today,
          version: thread.version + 1,
        })
        .where('id', '=', thread.id)
        .execute();
    return { result: undefined, audit: {} };
  },
});

/** Only what the chosen way needs: what is not needed is not kept, sealed or not. */
function contactOf({ way, email, phone, hours, say }: AskQuestion): AskerContact | undefined {
  if (way === 'email') return { email };
  return way === 'call' ? { phone, hours, ...(say && { say }) } : undefined;
}
