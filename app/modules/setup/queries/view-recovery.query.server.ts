import { z } from 'zod';
import { queriesOn } from '#platform/operations/query.server.ts';
import { groupsToProve } from '../recovery-key.server.ts';
import type { SetupTables } from '../setup.tables.server.ts';

export interface RecoveryState {
  madeAt: Date | null;
  /** When somebody last proved to hold the sheet that is in force. */
  confirmedAt: Date | null;
  /** Which groups to type to prove it, counted from 1. */
  groups: [number, number];
}

/** Is there a recovery sheet, and has anybody proved to hold it? */
export const viewRecovery = queriesOn<SetupTables>()({
  name: 'recovery.view',
  params: z.object({}),
  subject: 'house',
  audit: 'none',
  async run({ house, tx }): Promise<{ answer: RecoveryState } | undefined> {
    const row = await tx
      .selectFrom('house')
      .select(['recovery_made_at', 'recovery_confirmed_at'])
      .executeTakeFirst();
    if (!row) return undefined;
    const [first, second] = groupsToProve(house.id);
    return {
      answer: {
        madeAt: row.recovery_made_at,
        confirmedAt: row.recovery_confirmed_at,
        groups: [first + 1, second + 1],
      },
    };
  },
});
