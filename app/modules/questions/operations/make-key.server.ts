import { z } from 'zod';
import { zeroCentre } from '#platform/audit/audit-event.ts';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { makeIntakeKey } from '../intake-key.server.ts';
import type { QuestionTables } from '../question.tables.server.ts';

/**
 * Gives the centre a fresh key for questions: the first one, or a new one in place of the old. From now on is sealed to
 * the new one; the old one still opens what it opened.
 */
export const makeKey = operationsOn<QuestionTables>()({
  name: 'intake-key.make',
  input: z.object({}),
  subject: 'intake-key',
  async run(context) {
    // Two at once would each retire the other's: the second one waits here and then does what was asked of it.
    await context.tx
      .selectFrom('intake_key')
      .select('id')
      .where('centre_id', '=', context.actor.centre?.id ?? zeroCentre)
      .forUpdate()
      .execute();
    const keyId = await makeIntakeKey(context);
    return { result: { keyId }, audit: { subjectId: keyId } };
  },
});
