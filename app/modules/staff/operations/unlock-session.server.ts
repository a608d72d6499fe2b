import { z } from 'zod';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { fieldProblem } from '#platform/problem.ts';
import { checkPassphrase } from '../passphrase.server.ts';
import { revivePin } from '../staff-pin.server.ts';
import type { StaffTables } from '../staff.tables.server.ts';

/**
 * Unlocks the screen with the passphrase; the second factor was proven at sign-in. The shift's end stays where it was.
 * Reached through `unlockScreen`, which limits guesses.
 * @throws `field.wrong-passphrase` on `passphrase`
 */
export const unlockSession = operationsOn<StaffTables>()({
  name: 'session.unlock',
  input: z.object({ passphrase: z.string().min(1).max(200) }),
  subject: 'session',
  login: 'auth',
  load: ({ actor, tx }) =>
    tx
      .selectFrom('staff_credential')
      .select('passphrase_hash')
      .where('staff_id', '=', actor.staffId ?? '')
      .executeTakeFirst(),
  relations: () => ['self'],
  async run({ actor, tx, now }, { passphrase }, credential) {
    if (!(await checkPassphrase(credential.passphrase_hash, passphrase)))
      throw fieldProblem('passphrase', 'wrong-passphrase');
    await revivePin(tx, actor.staffId ?? '');
    await tx
      .updateTable('session')
      .set({ locked_at: null, last_seen_at: now })
      .where('id', '=', actor.sessionId ?? '')
      .where('ended_at', 'is', null)
      .execute();
    return { result: { unlocked: true }, audit: { subjectId: actor.staffId } };
  },
});
