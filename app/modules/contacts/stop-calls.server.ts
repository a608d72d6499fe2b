import { sql, type Transaction } from 'kysely';
import type { OperationContext } from '#platform/operations/operation.server.ts';
import type { CampaignTables } from './campaign.tables.server.ts';
import type { ContactTables } from './contact.tables.server.ts';

/** Without one of these nobody is called about research. */
const stopsCalls = new Set(['service_and_record', 'contact_by_phone', 'research_follow_up']);

/** When a person takes such a yes back: no open call stays on anybody's list. */
export async function stopCalls(
  context: { on: OperationContext<unknown>['on']; now?: Date },
  withdrawn: { clientId: string; purposes: readonly string[] },
): Promise<void> {
  if (!withdrawn.purposes.some((purpose) => stopsCalls.has(purpose))) return;
  await context
    .on<CampaignTables>()
    .updateTable('campaign_call')
    .set({ outcome: 'stopped', closed_at: context.now ?? sql`now()` })
    .set(({ eb }) => ({ version: eb('version', '+', 1) }))
    .where('client_id', '=', withdrawn.clientId)
    .where('closed_at', 'is', null)
    .execute();
}

/**
 * Ends calls whose days are over or whose reason has gone: the file was closed or became part of another, the
 * counselling was voided. Returns how many.
 */
export async function endOverdueCalls(
  tx: Transaction<CampaignTables & ContactTables>,
  { now, today }: { now: Date; today: string },
): Promise<number> {
  const ended = await sql`
    update campaign_call call set
      outcome = case when call.closes_on < ${today}::date
          and exists (select 1 from campaign_attempt try where try.call_id = call.id)
        then 'not_reached' else 'stopped' end,
      closed_at = ${now}, version = call.version + 1
    from client, contact talk
    where client.id = call.client_id and talk.id = call.contact_id and call.closed_at is null
      and (call.closes_on < ${today}::date or client.file_status <> 'active' or client.merged_into is not null
        or client.restricted or talk.voided_at is not null)`.execute(tx);
  return Number(ended.numAffectedRows ?? 0);
}
