import { z } from 'zod';
import { settingOf } from '#modules/centres/index.server.ts';
import { formatTime } from '#platform/language/format-date.ts';
import { queriesOn } from '#platform/operations/query.server.ts';
import { ticketLabel } from '../arrival.ts';
import type { ArrivalTables } from '../arrival.tables.server.ts';

/**
 * The ticket to hand out: a number, a day, a time, in the person's language where it is known.
 * No name, and nothing that says what the centre does.
 */
export const printTicket = queriesOn<ArrivalTables>()({
  name: 'arrival.ticket',
  params: z.object({ arrivalId: z.uuid(), language: z.string().max(20) }),
  subject: 'arrival',
  audit: 'none',
  async run({ house, actor, tx }, { arrivalId, language }) {
    const row = await tx
      .selectFrom('arrival')
      .select(['ticket_no', 'day', 'arrived_at', 'language'])
      .where('id', '=', arrivalId)
      .executeTakeFirst();
    if (!row) return undefined;
    const time = formatTime(row.arrived_at, { language: 'en', timeZone: actor.centre?.timeZone ?? 'UTC' });
    const settings = actor.centre?.settings;
    const neutralName = settingOf(settings, 'card.neutral-name') || undefined;
    const number = ticketLabel(row.ticket_no, settingOf(settings, 'desk.ticket-prefix'));
    const pdf = await house.documents.render(
      'queue-ticket',
      { number, date: row.day, time, neutralName },
      { language: row.language ?? language },
    );
    return { answer: { pdf, number } };
  },
});
