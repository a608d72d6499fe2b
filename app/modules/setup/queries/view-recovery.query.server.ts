import { z } from 'zod';
import { queriesOn } from '#platform/operations/query.server.ts';
import { groupsToProve, readRecoveryFile } from '../recovery-key.server.ts';
import type { SetupTables } from '../setup.tables.server.ts';

export interface RecoveryState {
  madeAt: Date | null;
  /** When somebody last proved to hold the sheet that is in force. */
  confirmedAt: Date | null;
  /** Which groups to type to prove it, counted from 1; undefined where there is no sheet. */
  groups: [number, number] | undefined;
}

/** Is there a recovery sheet, and has anybody proved to hold it? */
export const viewRecovery = queriesOn<SetupTables>()({
  name: 'recovery.view',
  params: z.object({}),
  subject: 'house',
  audit: 'none',
  async run({ house, tx }): Promise<{ answer: RecoveryState } | undefined> {
    const row = await tx.selectFrom('house').select(['recovery_made_at', 'recovery_confirmed_at']).executeTakeFirst();
    const file = readRecoveryFile(house.config.dataDir);
    if (!row) return undefined;
    const groups = file && groupsToProve(file);
    return {
      answer: {
        madeAt: row.recovery_made_at,
        confirmedAt: row.recovery_confirmed_at,
        groups: groups && [groups[0] + 1, groups[1] + 1],
      },
    };
  },
});
