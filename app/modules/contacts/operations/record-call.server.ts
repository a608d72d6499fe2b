import { randomUUID } from 'node:crypto';
import { consentWithdrawn } from '#app/consent-withdrawn.server.ts';
import { loadSafeContact, mayReach, withdrawPurposes } from '#modules/clients/index.server.ts';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { fieldProblem, Problem, versionConflict } from '#platform/problem.ts';
import { hasAnswers, settleCall } from '../campaign.ts';
import { recordCallInput } from '../campaign.schemas.ts';
import type { CampaignTables } from '../campaign.tables.server.ts';
import type { ContactTables } from '../contact.tables.server.ts';
import { hourOnTheWall } from '../hour-on-the-wall.ts';
import { insertCallContact } from '../insert-call-contact.server.ts';

/**
 * Writes down one try of a campaign's call. Whoever was reached is a contact in the ledger; whoever asks not to be
 * called has taken back the yes to follow-up in the same moment, and no other call stays open.
 * @throws Problem `campaign.closed`, `campaign.not-allowed` when the person may not be called (any more),
 * `conflict.version`; `field.required` on `minutes` for somebody who was reached
 */
export const recordCall = operationsOn<CampaignTables & ContactTables>()({
  name: 'campaign.record-call',
  input: recordCallInput,
  subject: 'campaign',
  load: ({ tx }, { callId }) =>
    tx.selectFrom('campaign_call').selectAll().where('id', '=', callId).forUpdate().executeTakeFirst(),
  async run(context, input, call) {
    const { actor, tx, now, today } = context;
    if (call.closed_at) throw new Problem('campaign.closed', 409);
    if (call.version !== input.version) throw versionConflict();
    const reached = hasAnswers(input.outcome);
    if (reached && input.minutes === undefined) throw fieldProblem('minutes', 'required');
    const safe = await loadSafeContact(context, call.client_id);
    const allowed = safe && mayReach(safe.safe, safe.consents, 'phone', { day: today }).allowed;
    // A no that was said on the phone is always written down.
    if (!allowed && input.outcome !== 'asked_not_to_be_called')
      throw new Problem('campaign.not-allowed', 409);
    const hour = hourOnTheWall(now, actor.centre?.timeZone ?? 'UTC');
    const before = await tx
      .selectFrom('campaign_attempt')
      .select(['outcome', 'hour'])
      .where('call_id', '=', call.id)
      .execute();
    await tx
      .insertInto('campaign_attempt')
      .values({
        id: randomUUID(),
        centre_id: call.centre_id,
        call_id: call.id,
        outcome: input.outcome,
        hour,
        at: now,
        by_staff: actor.staffId ?? '',
      })
      .execute();
    const outcome = settleCall(before, { outcome: input.outcome, hour });
    const answers = reached
      ? {
          decision: input.decision ?? null,
          likelihood_now: input.likelihoodNow ?? null,
          knows_whom_to_contact: input.knowsWhomToContact ?? null,
        }
      : {};
    const contactId = reached ? await recordAsContact() : undefined;
    await tx
      .updateTable('campaign_call')
      .set({
        ...answers,
        ...(outcome && { outcome, closed_at: now, closed_by: actor.staffId ?? null }),
        ...(contactId && { result_contact_id: contactId }),
        version: call.version + 1,
      })
      .where('id', '=', call.id)
      .execute();
    const withdrawn =
      input.outcome === 'asked_not_to_be_called'
        ? await withdrawPurposes(context, call.client_id, ['research_follow_up'], consentWithdrawn)
        : [];
    return {
      result: { callId: call.id, outcome, contactId, version: call.version + 1 },
      audit: {
        subjectId: call.id,
        clientId: call.client_id,
        fields: ['outcome', ...(reached ? ['answers'] : []), ...withdrawn],
        ...(contactId && { itemIds: [contactId] }),
      },
    };

    async function recordAsContact(): Promise<string> {
      const talk = await tx
        .selectFrom('contact')
        .selectAll()
        .where('id', '=', call.contact_id)
        .executeTakeFirstOrThrow();
      return insertCallContact(context, talk, call.client_id, {
        minutes: input.minutes ?? 0,
        language: input.language,
        decision: input.decision,
        likelihoodNow: input.likelihoodNow,
        knowsWhomToContact: input.knowsWhomToContact,
      });
    }
  },
});
