import { operationsOn } from '#platform/operations/operation.server.ts';
import { fieldProblem } from '#platform/problem.ts';
import { passkeyProofSchema } from '../passkey-answer.server.ts';
import { provePasskey } from '../prove-passkey.server.ts';
import type { StaffTables } from '../staff.tables.server.ts';

/**
 * Proves it anew by one's own passkey, for acts that ask for it. Reached through `stepUpByPasskey`.
 * @throws `field.wrong-passkey` on `passkey`
 */
export const stepUpSessionWithPasskey = operationsOn<StaffTables>()({
  name: 'session.step-up-with-passkey',
  input: passkeyProofSchema,
  subject: 'session',
  login: 'auth',
  relations: () => ['self'],
  async run(context, proof) {
    const { actor, tx, now } = context;
    const passkey = await provePasskey(context, proof, 'step-up', actor.staffId ?? '');
    if (!passkey) throw fieldProblem('passkey', 'wrong-passkey');
    await tx
      .updateTable('session')
      .set({ step_up_at: now })
      .where('id', '=', actor.sessionId ?? '')
      .execute();
    return {
      result: { steppedUpAt: now.toISOString() },
      audit: { subjectId: actor.staffId, itemIds: [passkey.id] },
    };
  },
});
