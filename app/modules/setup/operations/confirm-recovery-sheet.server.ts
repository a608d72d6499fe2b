import { operationsOn } from '#platform/operations/operation.server.ts';
import { proveSheet } from '../prove-sheet.server.ts';
import { sheetProofSchema } from '../setup.schemas.ts';
import type { SetupTables } from '../setup.tables.server.ts';

/**
 * Confirms that the recovery sheet is in hand, by two of its groups.
 * @throws `field.wrong-group`; Problem `recovery.no-sheet`
 */
export const confirmRecoverySheet = operationsOn<SetupTables>()({
  name: 'recovery.confirm-sheet',
  input: sheetProofSchema,
  subject: 'house',
  login: 'auth',
  async run({ house, tx, now }, input) {
    proveSheet(house, input);
    await tx.updateTable('house').set({ recovery_confirmed_at: now }).execute();
    return { result: { confirmed: true }, audit: { subjectId: house.id, fields: ['recovery'] } };
  },
});
