import { operationsOn } from '#platform/operations/operation.server.ts';
import { Problem } from '#platform/problem.ts';
import { lockSetup } from '../lock-setup.server.ts';
import { makeRecoveryKey } from '../recovery-key.server.ts';
import { openStep } from '../setup-draft.ts';
import { keepSetupDraft } from '../setup-draft.server.ts';
import { setupSheetInput } from '../setup.schemas.ts';
import type { SetupTables } from '../setup.tables.server.ts';

/**
 * Makes the recovery key of a new house, for the sheet that is printed now. Made again, the one before is void.
 * Call it without an idempotency key: the answer must not be kept.
 * @throws Problem `setup.step-missing` when an earlier step is not answered
 */
export const makeSetupSheet = operationsOn<SetupTables>()({
  name: 'setup.make-sheet',
  input: setupSheetInput,
  subject: 'house',
  login: 'auth',
  load: (context, { setupCode }) => lockSetup(context, setupCode),
  async run({ house, tx, now }, _input, draft) {
    if (openStep(draft) !== 'recovery') throw new Problem('setup.step-missing', 409);
    const recoveryKey = makeRecoveryKey(house);
    await keepSetupDraft(house, tx, { ...draft, sheetMade: true }, now);
    await tx.updateTable('house').set({ recovery_made_at: now, recovery_confirmed_at: null }).execute();
    const name = draft.profile?.name ?? {};
    return {
      result: { recoveryKey, centreName: name, language: draft.language ?? 'en' },
      audit: { subjectId: house.id, fields: ['recovery'] },
    };
  },
});
