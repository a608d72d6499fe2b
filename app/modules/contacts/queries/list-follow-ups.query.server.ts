import { z } from 'zod';
import { clientLabels, loadSafeContact, mayReach } from '#modules/clients/index.server.ts';
import { namesOfStaff } from '#modules/staff/index.server.ts';
import { dayCursorSchema } from '#platform/operations/cursor-schema.ts';
import { queriesOn } from '#platform/operations/query.server.ts';
import { followUpPile } from '../contact.ts';
import { unsealFollowUpNotes } from '../contact-note.server.ts';
import { followUpFilterSchema } from '../follow-up-filter.ts';
import type { ContactTables } from '../contact.tables.server.ts';

/** Each row asks the safe-contact rules, so a page is no longer than somebody works through. */
const pageSize = 50;

const byPile = { overdue: '<', today: '=', later: '>' } as const;

/**
 * Open follow-ups in the order in which they fall due, a page at a time, with what the safe-contact rules say about each today:
 * which phone, which hours, what to mind. What is shown is the answer of the rules, so nobody has to remember them.
 */
export const listFollowUps = queriesOn<ContactTables>()({
  name: 'follow-up.list',
  params: followUpFilterSchema.extend({
    until: z.iso.date().optional(),
    /** Those of one person. */
    client: z.uuid().optional(),
    /** Where the page before ended: `next` of its answer, in the same order. */
    after: dayCursorSchema.optional(),
  }),
  subject: 'follow-up',
  audit: 'viewed',
  async run(context, params) {
    const { house, actor, tx, today } = context;
    const direction = params.sort === 'due' ? 'asc' : 'desc';
    let query = tx
      .selectFrom('follow_up')
      .selectAll()
      .where('closed_at', 'is', null)
      .orderBy('due_on', direction)
      .orderBy('id', direction)
      .limit(pageSize + 1);
    if (params.whose === 'mine') query = query.where('assigned_to', '=', actor.staffId ?? '');
    if (params.counsellor) query = query.where('assigned_to', '=', params.counsellor);
    if (params.client) query = query.where('client_id', '=', params.client);
    if (params.way) query = query.where('way', '=', params.way);
    if (params.due) query = query.where('due_on', byPile[params.due], today);
    if (params.from) query = query.where('due_on', '>=', params.from);
    if (params.to) query = query.where('due_on', '<=', params.to);
    if (params.until) query = query.where('due_on', '<=', params.until);
    if (params.after !== undefined) {
      const [day = '', id = ''] = params.after.split('~');
      query = query.where((row) =>
        row(row.refTuple('due_on', 'id'), direction === 'asc' ? '>' : '<', row.tuple(day, id)),
      );
    }
    const found = await query.execute();
    const rows = found.slice(0, pageSize);
    const last = rows.at(-1);
    const more = found.length > pageSize;
    const clientIds = [...new Set(rows.map((row) => row.client_id))];
    const labels = await clientLabels(context, clientIds);
    const names = await namesOfStaff(
      context,
      rows.map((row) => row.assigned_to),
    );
    const notes = await unsealFollowUpNotes(house.vault, rows);
    const answers = [];
    for (const row of rows) {
      const contact = await loadSafeContact(context, row.client_id);
      const reach =
        contact &&
        mayReach(contact.safe, contact.consents, row.way, { day: row.due_on > today ? row.due_on : today });
      answers.push({
        id: row.id,
        version: row.version,
        client: { id: row.client_id, ...labels.get(row.client_id) },
        contactId: row.contact_id ?? undefined,
        dueOn: row.due_on,
        pile: followUpPile(row.due_on, today),
        way: row.way,
        assignedTo: { id: row.assigned_to, name: names.get(row.assigned_to) ?? '' },
        note: notes.get(row.id),
        reminder: row.reminder,
        reach: {
          allowed: reach?.allowed ?? false,
          reasons: reach?.reasons ?? [],
          cautions: reach?.cautions ?? [],
          phones: (reach?.phones ?? []).map(({ number, safeFrom, safeTo, safeWords }) => ({
            number,
            safeFrom,
            safeTo,
            safeWords,
          })),
        },
      });
    }
    return {
      answer: {
        rows: answers,
        more,
        ...(more && last && { next: `${last.due_on}~${last.id}` }),
        today,
      },
      relations: params.whose === 'mine' ? ['own'] : [],
      viewed: { itemIds: clientIds, count: rows.length, fields: ['name', 'phone', 'follow-up-note'] },
    };
  },
});
