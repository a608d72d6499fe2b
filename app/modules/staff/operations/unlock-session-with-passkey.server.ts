import { operationsOn } from '#platform/operations/operation.server.ts';
import { fieldProblem } from '#platform/problem.ts';
import { passkeyProofSchema } from '../passkey-answer.server.ts';
import { provePasskey } from '../prove-passkey.server.ts';
import type { StaffTables } from '../staff.tables.server.ts';
import { resumeSession } from '../resume-session.server.ts';

/**
 * Unlocks the screen by one's own passkey; the shift's end stays where it was. Reached through `unlockByPasskey`.
 * @throws `field.wrong-passkey` on `passkey`
 */
export const unlockSessionWithPasskey = operationsOn<StaffTables>()({
  name: 'session.unlock-with-passkey',
  input: passkeyProofSchema,
  subject: 'session',
  login: 'auth',
  relations: () => ['self'],
  async run(context, proof) {
    const { actor } = context;
    const passkey = await provePasskey(context, proof, 'unlock', actor.staffId ?? '');
    if (!passkey) throw fieldProblem('passkey', 'wrong-passkey');
    await resumeSession(context);
    return { result: { unlocked: true }, audit: { subjectId: actor.staffId, itemIds: [passkey.id] } };
  },
});
