import { sql } from 'kysely';
import type { OperationContext } from '#platform/operations/operation.server.ts';
import type { CampaignTables } from './campaign.tables.server.ts';
import type { ContactTables } from './contact.tables.server.ts';

/**
 * When somebody leaves: their open follow-ups pass to a colleague, and so do the restricted files that only named people
 * may open. Whoever closes the account sees how many, not which. Returns the count of both.
 */
export async function handOverFollowUps(
  context: Pick<OperationContext<unknown>, 'on' | 'now'>,
  from: string,
  to: string,
): Promise<number> {
  const tx = context.on<ContactTables>();
  const restricted = await sql<{
    moved: number;
  }>`select hand_over_restricted(${from}, ${to}, ${context.now}) as moved`.execute(tx);
  const followUps = await tx
    .updateTable('follow_up')
    .set({ assigned_to: to })
    .where('assigned_to', '=', from)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  const calls = await context
    .on<CampaignTables>()
    .updateTable('campaign_call')
    .set({ assigned_to: to })
    .where('assigned_to', '=', from)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  return Number(followUps.numUpdatedRows) + Number(calls.numUpdatedRows) + (restricted.rows[0]?.moved ?? 0);
}
