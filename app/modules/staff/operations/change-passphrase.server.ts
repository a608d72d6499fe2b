import { z } from 'zod';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { fieldProblem } from '#platform/problem.ts';
import { knownWords } from '../known-words.server.ts';
import { checkPassphrase, hashPassphrase, passphraseSchema, refuseOwnWords } from '../passphrase.server.ts';
import { endOtherSessions } from '../session.server.ts';
import type { StaffTables } from '../staff.tables.server.ts';

/**
 * Changes one's own passphrase. Every other session of the person ends.
 * Reached through `changeOwnPassphrase`, which limits guesses at the present one.
 * @throws `field.wrong-passphrase` on `current`, `field.same-as-before` or `field.passphrase-own-words` on `passphrase`
 */
export const changePassphrase = operationsOn<StaffTables>()({
  name: 'staff.change-passphrase',
  input: z.object({ current: z.string().min(1).max(200), passphrase: passphraseSchema }),
  subject: 'staff',
  login: 'auth',
  load: ({ actor, tx }) =>
    tx
      .selectFrom('staff_credential')
      .selectAll()
      .where('staff_id', '=', actor.staffId ?? '')
      .forUpdate()
      .executeTakeFirst(),
  relations: () => ['self'],
  async run({ house, actor, tx, now }, { current, passphrase }, credential) {
    if (!(await checkPassphrase(credential.passphrase_hash, current)))
      throw fieldProblem('current', 'wrong-passphrase');
    if (current.normalize('NFKC') === passphrase.normalize('NFKC'))
      throw fieldProblem('passphrase', 'same-as-before');
    refuseOwnWords(passphrase, await knownWords(house, tx, credential.staff_id));
    const passphrase_hash = await hashPassphrase(passphrase);
    await tx
      .updateTable('staff_credential')
      .set({ passphrase_hash, changed_at: now })
      .where('staff_id', '=', credential.staff_id)
      .execute();
    await endOtherSessions(tx, credential.staff_id, actor.sessionId ?? '', now, 'passphrase-changed');
    return { result: { changed: true }, audit: { subjectId: credential.staff_id, fields: ['passphrase'] } };
  },
});
