import { sql, type Transaction } from 'kysely';
import type { Actor } from '#platform/actor.ts';
import { clientLabels } from '#modules/clients/index.server.ts';
import { namesOfStaff } from '#modules/staff/index.server.ts';
import { localDay } from '#platform/language/local-day.ts';
import type { QueryContext } from '#platform/operations/query.server.ts';
import { type ContactFilter, unknownValue } from './contact-filter.ts';
import type { ContactTables } from './contact.tables.server.ts';

/** Contacts within reach that the filter leaves, in no order yet. Voided ones are among them, marked. */
export function filteredContacts(tx: Transaction<ContactTables>, actor: Actor, filter: ContactFilter) {
  let query = tx.selectFrom('contact');
  if (filter.whose === 'mine') query = query.where('counsellor_id', '=', actor.staffId ?? '');
  if (filter.from) query = query.where('occurred_on', '>=', filter.from);
  if (filter.to) query = query.where('occurred_on', '<=', filter.to);
  if (filter.topic) query = query.where('topics', '@>', sql<string[]>`array[${filter.topic}]::text[]`);
  for (const [name, column] of equal) {
    const value = filter[name];
    if (value !== undefined) query = query.where(column, '=', value);
  }
  for (const [name, column] of open) {
    const value = filter[name];
    if (value === unknownValue) query = query.where(column, 'is', null);
    else if (value !== undefined) query = query.where(column, '=', value);
  }
  if (filter.firstTime) query = query.where('first_time', '=', filter.firstTime === 'yes');
  return query;
}

const equal = [
  ['who', 'who'],
  ['channel', 'channel'],
  ['channelGroup', 'channel_group'],
  ['result', 'result'],
  ['language', 'language'],
  ['sex', 'sex'],
  ['ageBand', 'age_band'],
  ['stage', 'stage'],
  ['site', 'site_id'],
  ['counsellor', 'counsellor_id'],
] as const;
/** What may have been left open; `unknown` asks for just those. */
const open = [
  ['nationality', 'nationality'],
  ['district', 'district'],
  ['corridorFrom', 'corridor_from'],
  ['corridorTo', 'corridor_to'],
] as const;

/**
 * A page of them with names, and where the next begins. Personal data: the caller's query names `clientIds` as viewed.
 * @param after `next` of the page before; it belongs to the same order
 */
export async function contactPage(
  context: QueryContext<ContactTables>,
  filter: ContactFilter,
  { after, size }: { after: string | undefined; size: number },
) {
  const byDay = filter.sort === 'newest' || filter.sort === 'oldest';
  const direction = filter.sort === 'oldest' || filter.sort === 'first-recorded' ? 'asc' : 'desc';
  const column = byDay ? 'occurred_on' : 'recorded_at';
  let query = filteredContacts(context.tx, context.actor, filter)
    .select([
      'id',
      'who',
      'client_id',
      'occurred_on',
      'started_at',
      'recorded_at',
      'channel',
      'topics',
      'result',
      'minutes',
      'language',
      'sex',
      'age_band',
      'nationality',
      'district',
      'corridor_from',
      'corridor_to',
      'stage',
      'first_time',
      'counsellor_id',
      'urgent',
      'people',
      'voided_at',
      'entered_later',
    ])
    .orderBy(column, direction)
    .orderBy('id', direction)
    .limit(size + 1);
  if (after !== undefined) {
    const [start = '', id = ''] = after.split('~');
    const place = byDay ? start.slice(0, 10) : new Date(start);
    query = query.where((row) =>
      row(row.refTuple(column, 'id'), direction === 'asc' ? '>' : '<', row.tuple(place as never, id)),
    );
  }
  const found = await query.execute();
  const rows = found.slice(0, size);
  const clientIds = [...new Set(rows.flatMap((row) => row.client_id ?? []))];
  const labels = await clientLabels(context, clientIds);
  const names = await namesOfStaff(
    context,
    rows.map((row) => row.counsellor_id),
  );
  const last = rows.at(-1);
  const end = last && (byDay ? `${last.occurred_on}T00:00:00.000Z` : last.recorded_at.toISOString());
  return {
    rows: rows.map((row) => ({
      id: row.id,
      who: row.who,
      client: row.client_id ? { id: row.client_id, ...labels.get(row.client_id) } : undefined,
      occurredOn: row.occurred_on,
      startedAt: row.started_at.toISOString(),
      recordedOn: localDay(row.recorded_at, context.actor.centre?.timeZone ?? 'UTC'),
      channel: row.channel,
      topics: row.topics,
      result: row.result,
      minutes: row.minutes,
      language: row.language,
      sex: row.sex,
      ageBand: row.age_band,
      nationality: row.nationality,
      district: row.district,
      corridorFrom: row.corridor_from,
      corridorTo: row.corridor_to,
      stage: row.stage,
      firstTime: row.first_time,
      people: row.people,
      counsellor: names.get(row.counsellor_id) ?? '',
      urgent: row.urgent,
      voided: row.voided_at !== null,
      enteredLater: row.entered_later,
    })),
    next: found.length > size && last ? `${end}~${last.id}` : undefined,
    clientIds,
  };
}

export type ListedContact = Awaited<ReturnType<typeof contactPage>>['rows'][number];
