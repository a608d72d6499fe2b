import { z } from 'zod';
import { type ContactTables, relationsToContact } from '#modules/contacts/index.server.ts';
import { namesOfStaff } from '#modules/staff/index.server.ts';
import { queriesOn } from '#platform/operations/query.server.ts';
import type { DecisionTables } from '../decision.tables.server.ts';

/** What was kept with one contact: when and by whom, not what it says. Out of reach looks like not there. */
export const listDecisions = queriesOn<DecisionTables>()({
  name: 'decision.list',
  params: z.object({ contactId: z.uuid() }),
  subject: 'decision',
  audit: 'viewed',
  async run(context, { contactId }) {
    const contact = await context
      .on<ContactTables>()
      .selectFrom('contact')
      .select(['id', 'client_id', 'counsellor_id', 'recorded_by', 'voided_at'])
      .where('id', '=', contactId)
      .executeTakeFirst();
    if (!contact) return undefined;
    const rows = await context.tx
      .selectFrom('decision_result')
      .select(['id', 'day', 'kept_by'])
      .where('contact_id', '=', contactId)
      .orderBy('kept_at', 'desc')
      .limit(50)
      .execute();
    const names = await namesOfStaff(
      context,
      rows.map((row) => row.kept_by),
    );
    return {
      answer: {
        mayKeep: contact.voided_at === null,
        decisions: rows.map((row) => ({ id: row.id, day: row.day, name: names.get(row.kept_by) ?? '' })),
      },
      relations: relationsToContact(context.actor, contact),
      viewed: {
        subjectId: contactId,
        clientId: contact.client_id ?? undefined,
        itemIds: rows.map((row) => row.id),
        fields: ['plan'],
      },
    };
  },
});
