import { z } from 'zod';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { Problem } from '#platform/problem.ts';
import type { QuestionTables } from '../question.tables.server.ts';

/**
 * Destroys a retired key that no question needs any more: what was deleted here can then not be read from a backup
 * either. The vault's key goes first; should the transaction fail after that, the next night finishes it.
 * @throws Problem `question.key-needed`
 */
export const discardKey = operationsOn<QuestionTables>()({
  name: 'intake-key.discard',
  input: z.object({ keyId: z.uuid() }),
  subject: 'intake-key',
  load: ({ tx }, { keyId }) =>
    tx
      .selectFrom('intake_key')
      .innerJoin('intake_secret', 'intake_secret.key_id', 'intake_key.id')
      .select(['intake_key.id', 'intake_key.retired_on', 'intake_secret.vault_key'])
      .where('intake_key.id', '=', keyId)
      .forUpdate()
      .executeTakeFirst(),
  async run({ house, tx }, _input, key) {
    const needed = await tx
      .selectFrom('question_message')
      .select('seq')
      .where('intake_key_id', '=', key.id)
      .limit(1)
      .executeTakeFirst();
    if (needed || key.retired_on === null) throw new Problem('question.key-needed', 409);
    await house.vault.keys.shred(key.vault_key);
    await tx.deleteFrom('intake_secret').where('key_id', '=', key.id).execute();
    await tx.deleteFrom('intake_key').where('id', '=', key.id).execute();
    return { result: undefined, audit: { subjectId: key.id } };
  },
});
