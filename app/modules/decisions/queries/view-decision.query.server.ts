import { z } from 'zod';
import { type ContactTables, relationsToContact } from '#modules/contacts/index.server.ts';
import { queriesOn } from '#platform/operations/query.server.ts';
import type { DecisionTables } from '../decision.tables.server.ts';
import { unsealDecision } from '../kept-decision.server.ts';

/** One guide that was kept, as it was that day: later rules and facts do not change what somebody was told. */
export const viewDecision = queriesOn<DecisionTables>()({
  name: 'decision.view',
  params: z.object({ decisionId: z.uuid() }),
  subject: 'decision',
  audit: 'viewed',
  async run({ house, actor, tx, on }, { decisionId }) {
    const row = await tx
      .selectFrom('decision_result')
      .selectAll()
      .where('id', '=', decisionId)
      .executeTakeFirst();
    if (!row) return undefined;
    const contact = await on<ContactTables>()
      .selectFrom('contact')
      .select(['id', 'client_id', 'counsellor_id', 'recorded_by'])
      .where('id', '=', row.contact_id)
      .executeTakeFirst();
    if (!contact) return undefined;
    return {
      answer: {
        ...(await unsealDecision(house.vault, contact, row.id, row.sealed)),
        contactId: contact.id,
        day: row.day,
      },
      relations: relationsToContact(actor, contact),
      viewed: { subjectId: row.id, clientId: row.client_id ?? undefined, fields: ['plan'] },
    };
  },
});
