import { createHash } from 'node:crypto';
import { z } from 'zod';
import { zeroCentre } from '#platform/audit/audit-event.ts';
import { operationsOn } from '#platform/operations/operation.server.ts';
import type { QuestionTables } from '../question.tables.server.ts';

/**
 * Takes one row of the outsiders' log over into the centre's chain, once. A row whose own link does not hold is taken
 * over as what it is: somebody changed the log.
 */
export const receiveQuestion = operationsOn<QuestionTables>()({
  name: 'question.receive',
  input: z.object({ seq: z.number().int().min(1) }),
  subject: 'question',
  load: ({ tx, actor }, { seq }) =>
    tx
      .selectFrom('intake_log')
      .selectAll()
      .where('centre_id', '=', actor.centre?.id ?? zeroCentre)
      .where('seq', '=', seq)
      .where('chained', '=', false)
      .forUpdate()
      .executeTakeFirst(),
  async run({ tx }, _input, row) {
    const before = await tx
      .selectFrom('intake_log')
      .select('hash')
      .where('centre_id', '=', row.centre_id)
      .where('seq', '=', row.seq - 1)
      .executeTakeFirst();
    await tx
      .updateTable('intake_log')
      .set({ chained: true })
      .where('centre_id', '=', row.centre_id)
      .where('seq', '=', row.seq)
      .execute();
    const holds = linkOf(row).equals(row.hash) && (before?.hash ?? Buffer.alloc(32)).equals(row.prev_hash);
    const kind = { asked: 'asked', asked_again: 'asked-again', deleted: 'deleted-by-asker' }[row.kind];
    return {
      result: undefined,
      audit: { subjectId: row.question_id, fields: [kind, ...(holds ? [] : ['broken-link'])] },
    };
  },
});

/** The link as the database makes it (`log_intake`). */
function linkOf(row: {
  centre_id: string;
  seq: number;
  kind: string;
  question_id: string;
  day: string;
  prev_hash: Buffer;
}) {
  const { centre_id, seq, kind, question_id, day, prev_hash } = row;
  const text = ['serai-intake-1', centre_id, seq, kind, question_id, day, prev_hash.toString('hex')].join(
    '|',
  );
  return createHash('sha256').update(text).digest();
}
