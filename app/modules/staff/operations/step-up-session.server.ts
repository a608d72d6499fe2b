import { z } from 'zod';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { fieldProblem } from '#platform/problem.ts';
import { acceptCode, unsealSeed } from '../one-time-code.server.ts';
import type { StaffTables } from '../staff.tables.server.ts';

/**
 * Proves the second factor anew, for acts that ask for it. Reached through `stepUp`, which limits guesses.
 * @throws `field.wrong-code` on `code`
 */
export const stepUpSession = operationsOn<StaffTables>()({
  name: 'session.step-up',
  input: z.object({ code: z.string().trim().min(1).max(20) }),
  subject: 'session',
  login: 'auth',
  load: ({ actor, tx }) =>
    tx
      .selectFrom('staff_credential')
      .select(['staff_id', 'sealed_totp', 'totp_last_step'])
      .where('staff_id', '=', actor.staffId ?? '')
      .forUpdate()
      .executeTakeFirst(),
  relations: () => ['self'],
  async run({ house, actor, tx, now }, { code }, credential) {
    const seed =
      credential.sealed_totp && unsealSeed(house.vault, credential.staff_id, credential.sealed_totp);
    const step = seed ? acceptCode(seed, code, now, credential.totp_last_step) : undefined;
    if (step === undefined) throw fieldProblem('code', 'wrong-code');
    await tx
      .updateTable('staff_credential')
      .set({ totp_last_step: step })
      .where('staff_id', '=', credential.staff_id)
      .execute();
    await tx
      .updateTable('session')
      .set({ step_up_at: now })
      .where('id', '=', actor.sessionId ?? '')
      .execute();
    return { result: { steppedUpAt: now.toISOString() }, audit: { subjectId: actor.staffId } };
  },
});
