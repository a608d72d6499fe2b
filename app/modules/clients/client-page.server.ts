import { sql, type Transaction } from 'kysely';
import type { Actor } from '#platform/actor.ts';
import type { QueryContext } from '#platform/operations/query.server.ts';
import type { ClientFilter } from './client-filter.ts';
import { behind, clientOrder, cursorOf, orderTerms, placeText } from './client-order.server.ts';
import { summarise, summaryRows } from './client-summary.server.ts';
import type { ClientTables } from './client.tables.server.ts';

/** People within reach that the filter leaves; whoever was made nameless, erased or merged away is not among them. */
function conditions(actor: Actor, filter: ClientFilter) {
  const array = (code: string) => sql<string[]>`array[${code}]::text[]`;
  return [
    sql<boolean>`client.centre_id = ${actor.centre?.id ?? null}`,
    sql<boolean>`client.file_status not in ('pseudonymised', 'erased')`,
    sql<boolean>`client.merged_into is null`,
    ...(filter.show === 'mine' ? [sql<boolean>`client.assigned_to = ${actor.staffId ?? null}`] : []),
    ...(filter.show === 'served' ? [sql<boolean>`client.last_contact_on is not null`] : []),
    ...(filter.from ? [sql<boolean>`client.registered_on >= ${filter.from}::date`] : []),
    ...(filter.to ? [sql<boolean>`client.registered_on <= ${filter.to}::date`] : []),
    ...(filter.stage ? [sql<boolean>`client.stage = ${filter.stage}`] : []),
    ...(filter.sex ? [sql<boolean>`client.sex = ${filter.sex}`] : []),
    ...(filter.ageBand ? [sql<boolean>`client.age_band = ${filter.ageBand}`] : []),
    ...(filter.nationality ? [sql<boolean>`client.nationalities @> ${array(filter.nationality)}`] : []),
    ...(filter.district ? [sql<boolean>`client.origin_admin1 = ${filter.district}`] : []),
    ...(filter.language ? [sql<boolean>`client.languages @> ${array(filter.language)}`] : []),
    ...(filter.site ? [sql<boolean>`client.site_id = ${filter.site}`] : []),
    ...(filter.counsellor ? [sql<boolean>`client.assigned_to = ${filter.counsellor}`] : []),
  ];
}

export async function countFiltered(tx: Transaction<ClientTables>, actor: Actor, filter: ClientFilter) {
  const { count } = await tx
    .selectFrom('client')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where(sql<boolean>`${sql.join(conditions(actor, filter), sql` and `)}`)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/**
 * A page of people, and where the next begins; restricted files of others are not in it. Personal data: the caller's query
 * names these ids as viewed. @param after `next` of the page before; another text starts from the beginning
 */
export async function clientPage(
  { house, actor, tx, today }: QueryContext<ClientTables>,
  filter: ClientFilter,
  { after, size }: { after: string | undefined; size: number },
) {
  const order = clientOrder(filter);
  const further = behind(order, after);
  let query = summaryRows(tx)
    .select(placeText(order).as('place'))
    .where(sql<boolean>`${sql.join(conditions(actor, filter), sql` and `)}`)
    .orderBy(orderTerms(order))
    .limit(size + 1);
  if (further) query = query.where(further);
  const rows = await query.execute();
  const page = rows.slice(0, size);
  const last = page.at(-1);
  return {
    people: await summarise(house.vault, page, today),
    next: rows.length > size && last ? cursorOf(last.place, last.id) : undefined,
  };
}
