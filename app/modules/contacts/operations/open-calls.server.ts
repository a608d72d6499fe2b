import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { settingOf } from '#modules/centres/index.server.ts';
import { loadSafeContact, mayReach } from '#modules/clients/index.server.ts';
import { addDays } from '#platform/language/local-day.ts';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { findCandidates } from '../campaign-candidates.server.ts';
import type { CampaignTables } from '../campaign.tables.server.ts';
import { callerOf } from '../campaign-caller.server.ts';
import type { ContactTables } from '../contact.tables.server.ts';
import { endOverdueCalls } from '../stop-calls.server.ts';

/**
 * Every night: ends the calls whose days are over, and opens those that are due now, for people who agreed to be asked
 * and can be called safely. Each goes to the counsellor of the talk, or to a coordinator where that colleague has left.
 */
export const openCalls = operationsOn<CampaignTables & ContactTables>()({
  name: 'campaign.open',
  input: z.object({}),
  subject: 'campaign',
  async run(context) {
    const { actor, tx, now, today } = context;
    const settings = actor.centre?.settings;
    const window = settingOf(settings, 'follow-up.window-days');
    const ended = await endOverdueCalls(tx, context);
    const days = {
      first: settingOf(settings, 'follow-up.first-days'),
      second: settingOf(settings, 'follow-up.second-days'),
      window,
    };
    const opened: string[] = [];
    const caller = await callerOf(context);
    for (const candidate of await findCandidates(tx, days, today)) {
      const contact = await loadSafeContact(context, candidate.clientId);
      // A phone that is safe on some day: which hours, the list says on each day anew.
      const reach =
        contact &&
        mayReach({ ...contact.safe, phones: contact.safe.phones.map(anyDay) }, contact.consents, 'phone', {
          day: today,
        });
      const assignedTo = caller(candidate.counsellorId);
      if (!reach?.allowed || assignedTo === undefined) continue;
      const id = randomUUID();
      await tx
        .insertInto('campaign_call')
        .values({
          id,
          centre_id: actor.centre?.id ?? '',
          client_id: candidate.clientId,
          contact_id: candidate.contactId,
          round: candidate.round,
          due_on: candidate.dueOn,
          opens_on: addDays(candidate.dueOn, -window),
          closes_on: addDays(candidate.dueOn, window),
          assigned_to: assignedTo,
          outcome: null,
          decision: null,
          likelihood_before: candidate.likelihoodBefore,
          likelihood_now: null,
          knows_whom_to_contact: null,
          result_contact_id: null,
          closed_at: null,
          closed_by: null,
          created_at: now,
        })
        .execute();
      opened.push(candidate.clientId);
    }
    return {
      result: { opened: opened.length, ended },
      audit: { count: opened.length, itemIds: opened, fields: ['phone'] },
    };
  },
});

const anyDay = <Phone extends object>(phone: Phone): Phone => ({ ...phone, safeDays: undefined });
