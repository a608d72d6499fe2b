import { z } from 'zod';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { requireStepUp } from '#modules/staff/index.server.ts';
import { makeRecoveryKey } from '../recovery-key.server.ts';
import type { SetupTables } from '../setup.tables.server.ts';

/**
 * Makes a new recovery key for a sheet that is printed now; the sheet before it is void.
 * Call it without an idempotency key: the answer must not be kept.
 * @throws Problem `step-up.required`
 */
export const makeRecoverySheet = operationsOn<SetupTables>()({
  name: 'recovery.make-sheet',
  input: z.object({}),
  subject: 'house',
  login: 'auth',
  async run({ house, actor, tx, now }) {
    requireStepUp(actor, now);
    // Locked, so that of two sheets made at once the later one is the one that opens.
    const open = await tx.selectFrom('house').select('id').forUpdate().executeTakeFirst();
    const recoveryKey = makeRecoveryKey(house);
    await tx.updateTable('house').set({ recovery_made_at: now, recovery_confirmed_at: null }).execute();
    return { result: { recoveryKey }, audit: { subjectId: open?.id, fields: ['recovery'] } };
  },
});
