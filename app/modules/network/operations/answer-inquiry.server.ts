import { sql } from 'kysely';
import { type ClientTables, consentsInForce, isAgreed } from '#modules/clients/index.server.ts';
import { isStaff } from '#platform/actor.ts';
import { type OperationContext, operationsOn } from '#platform/operations/operation.server.ts';
import { forbidden, Problem } from '#platform/problem.ts';
import { answerInput } from '../network.schemas.ts';
import type { NetworkTables } from '../network.tables.server.ts';

/**
 * Answers another centre: the person is known here and their file may move, or nothing can be said, which may mean that
 * nobody is known. Only "known" tells the asker which centre this is, and it needs the person's yes to be in force still.
 * @throws Problem `network.consent-ended`
 */
export const answerInquiry = operationsOn<NetworkTables>()({
  name: 'network.answer-inquiry',
  input: answerInput,
  subject: 'network_inquiry',
  async load({ tx }, { askId }) {
    const inquiry = await tx
      .selectFrom('network_inquiry')
      .select(['ask_id', 'centre_id'])
      .where('ask_id', '=', askId)
      .where('answer', 'is', null)
      .forUpdate()
      .executeTakeFirst();
    if (!inquiry) return undefined;
    const matches = await tx
      .selectFrom('network_match')
      .select('client_id')
      .where('ask_id', '=', askId)
      .execute();
    return matches.length > 0 ? { ...inquiry, clientIds: matches.map((row) => row.client_id) } : undefined;
  },
  async run(context, { askId, answer }, inquiry) {
    const { actor, tx, now } = context;
    if (!isStaff(actor)) throw forbidden();
    if (answer === 'known' && !(await anyAgrees(context, inquiry.clientIds)))
      throw new Problem('network.consent-ended', 409);
    await tx
      .updateTable('network_inquiry')
      .set({ answer, answered_by: actor.staffId, answered_at: now })
      .where('ask_id', '=', askId)
      .where('centre_id', '=', inquiry.centre_id)
      .execute();
    await sql`select answer_network_ask(${askId}, ${now})`.execute(tx);
    const [only, ...more] = inquiry.clientIds;
    return {
      result: { askId, clientId: answer === 'known' && more.length === 0 ? only : undefined },
      audit: {
        subjectId: askId,
        itemIds: inquiry.clientIds,
        fields: [answer],
        ...(more.length === 0 && only && { clientId: only }),
      },
    };
  },
});

async function anyAgrees(
  { on, today }: Pick<OperationContext<NetworkTables>, 'on' | 'today'>,
  clientIds: readonly string[],
): Promise<boolean> {
  for (const id of clientIds) {
    if (isAgreed(await consentsInForce(on<ClientTables>(), id), 'share_for_transfer', today)) return true;
  }
  return false;
}
