import { queriesOn } from '#platform/operations/query.server.ts';
import { decisionAfter } from '#platform/code-lists/contact-lists.ts';
import { campaignRounds, meanChange } from '../campaign.ts';
import { campaignResultsParams } from '../campaign.schemas.ts';
import type { CampaignTables } from '../campaign.tables.server.ts';
import type { ContactTables } from '../contact.tables.server.ts';

/**
 * What the calls of a period say: indicator I-20 (decisions of those reached, by round), I-17 (change in the
 * likelihood of irregular departure from the counselling to now), and how many could be reached. Days are those on
 * which calls ended, the last year when left out. For colleagues who serve people: nothing is suppressed.
 */
export const campaignResults = queriesOn<CampaignTables & ContactTables>()({
  name: 'campaign.results',
  params: campaignResultsParams,
  subject: 'campaign',
  audit: 'none',
  async run({ actor, tx, now }, { from, to }) {
    const yearAgo = new Date(now.getTime() - 365 * 24 * 3_600_000);
    const dayAfter = to === undefined ? undefined : new Date(Date.parse(to) + 24 * 3_600_000);
    const closed = await tx
      .selectFrom('campaign_call')
      .select([
        'round',
        'outcome',
        'decision',
        'likelihood_before',
        'likelihood_now',
        'knows_whom_to_contact',
      ])
      .where('centre_id', '=', actor.centre?.id ?? '')
      .where('closed_at', '>=', from ? new Date(from) : yearAgo)
      .$if(dayAfter !== undefined, (query) => query.where('closed_at', '<', dayAfter ?? now))
      .execute();
    const rounds = campaignRounds.map((round) => {
      const calls = closed.filter((call) => call.round === round && call.outcome !== 'stopped');
      const reached = calls.filter(({ outcome }) => outcome === 'reached');
      const asked = reached.filter(({ knows_whom_to_contact: knows }) => knows !== null);
      return {
        round,
        ended: calls.length,
        reached: reached.length,
        decisions: decisionAfter.codes.map((code) => ({
          code,
          people: reached.filter(({ decision }) => decision === code).length,
        })),
        notTold: reached.filter(({ decision }) => decision === null).length,
        likelihood: meanChange(
          reached.map((call) => ({ before: call.likelihood_before, now: call.likelihood_now })),
        ),
        knowsWhom: { asked: asked.length, yes: asked.filter((call) => call.knows_whom_to_contact).length },
      };
    });
    return { answer: { rounds } };
  },
});
