import { z } from 'zod';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { fieldProblem } from '#platform/problem.ts';
import { recoverCoordinator } from '#modules/staff/index.server.ts';
import { recoverRoot } from '../recovery-key.server.ts';
import type { SetupTables } from '../setup.tables.server.ts';

export const recoverAccessInput = z.object({
  email: z.email().max(200),
  /** The printed key, as typed from the sheet. */
  recoveryKey: z.string().min(1).max(200),
});

/**
 * The way back for a centre whose coordinator lost phone and passphrase. The sheet alone opens nothing: the link that
 * it makes waits until a colleague has vouched, or, where nobody could, for the centre's hours of waiting. Everybody of
 * the centre who can sign in is told.
 * For the command line; call it without an idempotency key.
 * @throws Problem `vault.recovery-key-wrong`, `vault.recovery-file-missing`; `field.no-such-coordinator` on `email`
 */
export const recoverAccess = operationsOn<SetupTables>()({
  name: 'recovery.grant-access',
  input: recoverAccessInput,
  subject: 'staff',
  login: 'auth',
  async run({ house, tx, now }, { email, recoveryKey }) {
    recoverRoot(house.config.dataDir, recoveryKey);
    const granted = await recoverCoordinator(house, tx, email, now);
    if (!granted) throw fieldProblem('email', 'no-such-coordinator');
    return {
      result: {
        token: granted.token,
        expiresAt: granted.expiresAt.toISOString(),
        /** When the wait is over; null where a colleague must vouch. */
        opensAt: granted.opensAt?.toISOString() ?? null,
      },
      audit: {
        subjectId: granted.staffId,
        centreId: granted.centreId,
        fields: ['recovery'],
      },
    };
  },
});
