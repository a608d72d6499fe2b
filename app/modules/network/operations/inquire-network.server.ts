import { sql } from 'kysely';
import { isStaff } from '#platform/actor.ts';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { forbidden, Problem } from '#platform/problem.ts';
import { sealInquiry } from '../inquiry-words.server.ts';
import { mayInquire } from '../network.ts';
import { inquireInput } from '../network.schemas.ts';
import type { NetworkTables } from '../network.tables.server.ts';

/**
 * Writes to whoever may know the person: who asks, and why. The centres are found by the program; the asker learns which
 * one only when it answers that it knows the person.
 * @throws Problem `network.not-open`: nobody may know them, it was asked already, or a day has passed
 */
export const inquireNetwork = operationsOn<NetworkTables>()({
  name: 'network.inquire',
  input: inquireInput,
  subject: 'network_ask',
  load: ({ tx, actor }, { askId }) =>
    tx
      .selectFrom('network_ask')
      .selectAll()
      .where('id', '=', askId)
      .where('asked_by', '=', actor.staffId ?? '')
      .forUpdate()
      .executeTakeFirst(),
  async run({ house, actor, tx, now }, { askId, reason }, ask) {
    if (!isStaff(actor)) throw forbidden();
    if (!mayInquire({ state: ask.state, askedAt: ask.asked_at }, now))
      throw new Problem('network.not-open', 409);
    const words = { reason, askedBy: actor.displayName };
    const { keyId, sealed } = await sealInquiry(house, askId, words, now);
    await sql`select send_network_inquiry(${askId}, ${keyId}, ${sealed}, ${now})`.execute(tx);
    return { result: { askId }, audit: { subjectId: askId, fields: ['reason'] } };
  },
});
