import { sql } from 'kysely';
import { z } from 'zod';
import { codeSchema } from '#platform/code-lists/code-lists.ts';
import { isCountry } from '#platform/code-lists/countries.ts';
import { queriesOn } from '#platform/operations/query.server.ts';
import { summarise, summaryRows } from '../client-summary.server.ts';
import type { ClientTables } from '../client.tables.server.ts';

export const listClientsParams = z.object({
  /** `mine`: assigned to the asker; `served`: last contact first. */
  show: z.enum(['recent', 'served', 'mine']).default('recent'),
  stage: codeSchema('stage').optional(),
  sex: codeSchema('sex').optional(),
  nationality: z.string().refine(isCountry, 'field.choose-one').optional(),
  after: z.string().max(100).optional(),
});

const pageSize = 30;

/** People of the centre in pages; restricted files of others are not in it. */
export const listClients = queriesOn<ClientTables>()({
  name: 'client.list',
  params: listClientsParams,
  subject: 'client',
  audit: 'viewed',
  async run({ house, actor, tx, today }, params) {
    const served = params.show === 'served';
    const after = readCursor(params.after, served);
    const rows = await summaryRows(tx)
      .select(sql<string>`client.recorded_at::text`.as('recorded'))
      .where('client.centre_id', '=', actor.centre?.id ?? '')
      .where('client.file_status', 'not in', ['pseudonymised', 'erased'])
      .$if(params.show === 'mine', (query) => query.where('client.assigned_to', '=', actor.staffId ?? ''))
      .$if(params.stage !== undefined, (query) => query.where('client.stage', '=', params.stage ?? ''))
      .$if(params.sex !== undefined, (query) => query.where('client.sex', '=', params.sex ?? ''))
      .$if(params.nationality !== undefined, (query) =>
        query.where('client.nationalities', '@>', sql<string[]>`array[${params.nationality}]`),
      )
      .$if(served, (query) =>
        query
          .where('client.last_contact_on', 'is not', null)
          .orderBy('client.last_contact_on', (order) => order.desc().nullsLast())
          .orderBy('client.id'),
      )
      .$if(!served, (query) => query.orderBy('client.recorded_at', 'desc').orderBy('client.id'))
      .$if(after !== undefined, (query) =>
        served
          ? query.where(
              sql<boolean>`(client.last_contact_on < ${after?.at}::date or (client.last_contact_on = ${after?.at}::date and client.id > ${after?.id}))`,
            )
          : query.where(
              sql<boolean>`(client.recorded_at < ${after?.at}::timestamptz or (client.recorded_at = ${after?.at}::timestamptz and client.id > ${after?.id}))`,
            ),
      )
      .limit(pageSize + 1)
      .execute();
    const page = rows.slice(0, pageSize);
    const people = await summarise(house.vault, page, today);
    const last = page.at(-1);
    const next =
      rows.length > pageSize && last
        ? `${served ? last.last_contact_on : last.recorded}|${last.id}`
        : undefined;
    return {
      answer: { people, next },
      viewed: { itemIds: people.map(({ id }) => id), fields: ['names'], purpose: 'list' },
    };
  },
});

/** Where the page before ended; a cursor that was tampered with starts from the beginning. */
function readCursor(text: string | undefined, served: boolean): { at: string; id: string } | undefined {
  const [at = '', id = ''] = (text ?? '').split('|');
  const shape = served ? /^\d{4}-\d{2}-\d{2}$/ : /^\d{4}-\d{2}-\d{2} [\d:.]+[+-]\d{2}(:\d{2})?$/;
  const valid =
    shape.test(at) &&
    !Number.isNaN(Date.parse(at.slice(0, 10))) &&
    /^[\da-f-]{36}$/.test(id) &&
    z.uuid().safeParse(id).success;
  return valid ? { at, id } : undefined;
}
