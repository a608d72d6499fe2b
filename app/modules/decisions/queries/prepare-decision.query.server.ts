import { z } from 'zod';
import { type ContactTables, relationsToContact } from '#modules/contacts/index.server.ts';
import { queriesOn } from '#platform/operations/query.server.ts';
import type { DecisionTables } from '../decision.tables.server.ts';

/**
 * May the guide be opened with this contact, and may its result be kept? Asked at every step; nothing of a person leaves, so
 * a talk of nine steps does not leave nine rows.
 */
export const prepareDecision = queriesOn<DecisionTables>()({
  name: 'decision.prepare',
  params: z.object({ contactId: z.uuid() }),
  subject: 'decision',
  audit: 'none',
  async run({ actor, on }, { contactId }) {
    const contact = await on<ContactTables>()
      .selectFrom('contact')
      .select(['counsellor_id', 'recorded_by', 'voided_at'])
      .where('id', '=', contactId)
      .executeTakeFirst();
    if (!contact) return undefined;
    return {
      answer: { mayKeep: contact.voided_at === null },
      relations: relationsToContact(actor, contact),
    };
  },
});
