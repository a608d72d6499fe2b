import type { OperationContext } from '#platform/operations/operation.server.ts';
import type { StaffTables } from './staff.tables.server.ts';

/** The screen is open again, in the same session: its end stays where it was. */
export async function resumeSession({ actor, tx, now }: OperationContext<StaffTables>): Promise<void> {
  await tx
    .updateTable('session')
    .set({ locked_at: null, last_seen_at: now })
    .where('id', '=', actor.sessionId ?? '')
    .where('ended_at', 'is', null)
    .execute();
}
