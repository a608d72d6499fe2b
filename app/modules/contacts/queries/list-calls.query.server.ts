import { clientLabels, loadSafeContact, mayReach } from '#modules/clients/index.server.ts';
import { namesOfStaff } from '#modules/staff/index.server.ts';
import { queriesOn } from '#platform/operations/query.server.ts';
import { listCallsParams } from '../campaign.schemas.ts';
import type { CampaignTables } from '../campaign.tables.server.ts';
import type { ContactTables } from '../contact.tables.server.ts';
import { timeOnTheWall } from '../hour-on-the-wall.ts';

const longestList = 100;

/**
 * Open calls of the campaign, each with the answer of the safe-contact rules at this very hour: a number is shown only
 * while it may be called. First those who can be called now, then those of later today; of these, whose days end
 * soonest.
 */
export const listCalls = queriesOn<CampaignTables & ContactTables>()({
  name: 'campaign.list',
  params: listCallsParams,
  subject: 'campaign',
  audit: 'viewed',
  async run(context, { whose }) {
    const { actor, tx, now, today } = context;
    let query = tx
      .selectFrom('campaign_call')
      .innerJoin('contact', 'contact.id', 'campaign_call.contact_id')
      .selectAll('campaign_call')
      .select(['contact.occurred_on', 'contact.main_topic', 'contact.intention_after', 'contact.language'])
      .where('campaign_call.closed_at', 'is', null)
      .where('opens_on', '<=', today)
      .where('closes_on', '>=', today)
      .orderBy('closes_on')
      .orderBy('campaign_call.id')
      .limit(longestList + 1);
    if (whose === 'mine') query = query.where('assigned_to', '=', actor.staffId ?? '');
    const found = await query.execute();
    const rows = found.slice(0, longestList);
    const clientIds = [...new Set(rows.map((row) => row.client_id))];
    const labels = await clientLabels(context, clientIds);
    const attempts =
      rows.length === 0
        ? []
        : await tx
            .selectFrom('campaign_attempt')
            .select(['call_id', 'outcome', 'at'])
            .where(
              'call_id',
              'in',
              rows.map((row) => row.id),
            )
            .orderBy('at')
            .execute();
    const names = await namesOfStaff(
      context,
      rows.map((row) => row.assigned_to),
    );
    const time = timeOnTheWall(now, actor.centre?.timeZone ?? 'UTC');
    const describe = async (row: (typeof rows)[number]) => {
      const contact = await loadSafeContact(context, row.client_id);
      const reach = contact && mayReach(contact.safe, contact.consents, 'phone', { day: today, time });
      const someDay = contact && mayReach(contact.safe, contact.consents, 'phone', { day: today });
      return {
        id: row.id,
        version: row.version,
        round: row.round,
        client: { id: row.client_id, ...labels.get(row.client_id) },
        talk: { contactId: row.contact_id, on: row.occurred_on, topic: row.main_topic },
        closesOn: row.closes_on,
        decisionThen: row.intention_after,
        likelihoodBefore: row.likelihood_before,
        language: row.language,
        assignedTo: { id: row.assigned_to, name: names.get(row.assigned_to) ?? '' },
        attempts: attempts
          .filter(({ call_id: id }) => id === row.id)
          .map(({ outcome, at }) => ({ outcome, at })),
        reach: {
          allowed: reach?.allowed ?? false,
          reasons: reach?.reasons ?? ['no-file-consent'],
          cautions: someDay?.cautions ?? [],
          warning: contact?.safe.contactWarning,
          phones: (reach?.phones ?? []).map(({ number, safeFrom, safeTo, safeWords, owner }) => ({
            number,
            safeFrom,
            safeTo,
            safeWords,
            owner,
          })),
          // Later today: when, without the number.
          later: reach?.allowed
            ? []
            : (someDay?.phones ?? []).map(({ safeFrom, safeTo }) => ({ safeFrom, safeTo })),
        },
      };
    };
    const calls: Awaited<ReturnType<typeof describe>>[] = [];
    for (const row of rows) calls.push(await describe(row));
    // The sort is stable: within a pile the order stays that of the days.
    const pile = ({ reach }: (typeof calls)[number]) => (reach.allowed ? 0 : reach.later.length > 0 ? 1 : 2);
    calls.sort((a, b) => pile(a) - pile(b));
    return {
      answer: { calls, more: found.length > longestList, today },
      viewed: { itemIds: clientIds, count: rows.length, fields: ['name', 'phone'] },
    };
  },
});
