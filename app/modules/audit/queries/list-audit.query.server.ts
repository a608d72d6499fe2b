import { type SelectQueryBuilder, sql, type Transaction } from 'kysely';
import type { ClientTables } from '#modules/clients/index.server.ts';
import { addDays, dayBounds } from '#platform/language/local-day.ts';
import { queriesOn } from '#platform/operations/query.server.ts';
import { fieldProblem } from '#platform/problem.ts';
import { type AuditListParams, auditListParams } from '../audit.schemas.ts';
import type { AuditEventRow, AuditTables } from '../audit.tables.server.ts';
import { fileNumbers, findFile } from '../files-of-events.server.ts';

export const eventsOnPage = 50;

/** Instants hardly ever run against the numbers of the chain, and then by what was under way at the same time. */
const slack = 2_000;

type Events = SelectQueryBuilder<AuditTables, 'audit_event', object>;

/**
 * Who did what, newest first: coarse facts and file numbers, no names of clients and no values.
 * @throws Problem `input.invalid` on `file` when there is no such file within reach, on `to` when it lies before `from`
 */
export const listAudit = queriesOn<AuditTables>()({
  name: 'audit.list',
  params: auditListParams,
  subject: 'audit',
  audit: 'viewed',
  async run({ actor, tx, on }, params) {
    if (params.from && params.to && params.to < params.from) throw fieldProblem('to', 'before-start');
    const clientId = params.file === undefined ? undefined : await findFile(on<ClientTables>(), params.file);
    if (params.file !== undefined && clientId === undefined) throw fieldProblem('file', 'no-such-file');
    const centreId = actor.centre?.id ?? '';
    const filtered = await filterEvents(tx, centreId, params, actor.centre?.timeZone ?? 'UTC');
    const rows = clientId === undefined ? await newest(filtered) : await ofClient(filtered, clientId);
    const page = rows.slice(0, eventsOnPage);
    const files = await fileNumbers(
      on<ClientTables>(),
      page.flatMap((row) => row.client_id ?? []),
    );
    return {
      answer: {
        events: page.map((row) => eventOf(row, files)),
        /** Pass as `before` for the page that follows. */
        next: rows.length > eventsOnPage ? page.at(-1)?.seq : undefined,
        clientId,
      },
      viewed: { count: page.length, fields: ['audit'], ...(clientId && { clientId }) },
    };
  },
});

export const eventOf = (row: AuditEventRow, files: ReadonlyMap<string, string>) => ({
  seq: row.seq,
  at: row.at,
  actorKind: row.actor_kind,
  actorId: row.actor_id,
  roles: row.roles,
  action: row.action,
  result: row.result,
  subjectType: row.subject_type,
  subjectId: row.subject_id,
  clientId: row.client_id,
  /** Undefined for a file out of reach: restricted to others, or erased. */
  fileNo: files.get(row.client_id ?? ''),
  relation: row.relation,
  purpose: row.purpose,
  fields: row.fields,
  itemCount: row.item_count,
  hasDetail: row.sealed_detail !== null,
});

async function filterEvents(
  tx: Transaction<AuditTables>,
  centreId: string,
  params: AuditListParams,
  timeZone: string,
): Promise<Events> {
  let events: Events = tx.selectFrom('audit_event').where('centre_id', '=', centreId);
  if (params.before !== undefined) events = events.where('seq', '<', params.before);
  if (params.staff) events = events.where('actor_id', '=', params.staff);
  if (params.action) events = events.where('action', '=', params.action);
  if (params.result) events = events.where('result', '=', params.result);
  if (params.from) {
    const { start } = dayBounds(params.from, timeZone);
    const first = await tx
      .selectFrom('audit_event')
      .select('seq')
      .where('centre_id', '=', centreId)
      .where('at', '>=', start)
      .orderBy('at')
      .limit(1)
      .executeTakeFirst();
    events = events
      .where('at', '>=', start)
      .where('seq', '>=', (first?.seq ?? Number.MAX_SAFE_INTEGER) - slack);
  }
  if (params.to) {
    const { start: end } = dayBounds(addDays(params.to, 1), timeZone);
    const last = await tx
      .selectFrom('audit_event')
      .select('seq')
      .where('centre_id', '=', centreId)
      .where('at', '<', end)
      .orderBy('at', 'desc')
      .limit(1)
      .executeTakeFirst();
    events = events.where('at', '<', end).where('seq', '<=', (last?.seq ?? 0) + slack);
  }
  return events;
}

const newest = (events: Events): Promise<AuditEventRow[]> =>
  events
    .selectAll()
    .orderBy('seq', 'desc')
    .limit(eventsOnPage + 1)
    .execute();

/** Events about the person, and lists that the person stood in: two indexes, so two questions. */
async function ofClient(events: Events, clientId: string): Promise<AuditEventRow[]> {
  const about = await newest(events.where('client_id', '=', clientId));
  const listed = await newest(events.where('item_ids', '@>', sql<string[]>`array[${clientId}::uuid]`));
  const bySeq = new Map([...about, ...listed].map((row) => [row.seq, row]));
  return [...bySeq.values()].sort((a, b) => b.seq - a.seq).slice(0, eventsOnPage + 1);
}
