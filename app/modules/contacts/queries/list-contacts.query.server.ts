import { sql } from 'kysely';
import { z } from 'zod';
import { clientLabels } from '#modules/clients/index.server.ts';
import { namesOfStaff } from '#modules/staff/index.server.ts';
import { codeSchema } from '#platform/code-lists/code-lists.ts';
import { momentCursorSchema } from '#platform/operations/cursor-schema.ts';
import { queriesOn } from '#platform/operations/query.server.ts';
import type { ContactTables } from '../contact.tables.server.ts';

export const pageSize = 50;

export const listContactsParams = z.object({
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  /** `mine`, or everybody's. */
  whose: z.enum(['mine', 'all']).default('mine'),
  topic: codeSchema('topic').optional(),
  channelGroup: codeSchema('channelGroup').optional(),
  /** Where the page before ended: `next` of its answer. */
  before: momentCursorSchema.optional(),
});

/** The ledger, newest entry first, a page at a time. Voided contacts stay visible, marked. */
export const listContacts = queriesOn<ContactTables>()({
  name: 'contact.list',
  params: listContactsParams,
  subject: 'contact',
  audit: 'viewed',
  async run(context, params) {
    const { actor, tx } = context;
    let query = tx
      .selectFrom('contact')
      .select([
        'id',
        'who',
        'client_id',
        'occurred_on',
        'started_at',
        'recorded_at',
        'channel',
        'channel_group',
        'topics',
        'result',
        'minutes',
        'counsellor_id',
        'urgent',
        'people',
        'voided_at',
        'entered_later',
      ])
      .orderBy('recorded_at', 'desc')
      .orderBy('id', 'desc')
      .limit(pageSize + 1);
    if (params.whose === 'mine') query = query.where('counsellor_id', '=', actor.staffId ?? '');
    if (params.from) query = query.where('occurred_on', '>=', params.from);
    if (params.to) query = query.where('occurred_on', '<=', params.to);
    if (params.topic) query = query.where('topics', '@>', sql<string[]>`array[${params.topic}]::text[]`);
    if (params.channelGroup) query = query.where('channel_group', '=', params.channelGroup);
    if (params.before) {
      const [recordedAt = '', id = ''] = params.before.split('~');
      query = query.where((row) =>
        row(row.refTuple('recorded_at', 'id'), '<', row.tuple(new Date(recordedAt), id)),
      );
    }
    const found = await query.execute();
    const rows = found.slice(0, pageSize);
    const clientIds = rows.flatMap((row) => row.client_id ?? []);
    const labels = await clientLabels(context, clientIds);
    const names = await namesOfStaff(
      context,
      rows.map((row) => row.counsellor_id),
    );
    const last = rows.at(-1);
    return {
      answer: {
        rows: rows.map((row) => ({
          id: row.id,
          who: row.who,
          client: row.client_id ? { id: row.client_id, ...labels.get(row.client_id) } : undefined,
          occurredOn: row.occurred_on,
          startedAt: row.started_at.toISOString(),
          channel: row.channel,
          topics: row.topics,
          result: row.result,
          minutes: row.minutes,
          people: row.people,
          counsellor: names.get(row.counsellor_id) ?? '',
          urgent: row.urgent,
          voided: row.voided_at !== null,
          enteredLater: row.entered_later,
        })),
        next: found.length > pageSize && last ? `${last.recorded_at.toISOString()}~${last.id}` : undefined,
      },
      // Only one's own contacts: that is the relation by which a receptionist or volunteer may read them.
      relations: params.whose === 'mine' ? ['own'] : [],
      viewed: { itemIds: [...new Set(clientIds)], count: rows.length, fields: ['contact-facts'] },
    };
  },
});
