import type { ClientTables } from '#modules/clients/index.server.ts';
import type { House } from '#platform/house.server.ts';
import { queriesOn } from '#platform/operations/query.server.ts';
import { isProblem } from '#platform/problem.ts';
import { auditEventParams } from '../audit.schemas.ts';
import type { AuditEventRow, AuditTables } from '../audit.tables.server.ts';
import { fileNumbers } from '../files-of-events.server.ts';
import { eventOf } from './list-audit.query.server.ts';

/** `closed`: the reader may not open the file it is about; `erased`: the person's key was destroyed, and the values with it. */
export type EventDetail = { state: 'none' | 'closed' | 'erased' } | { state: 'open'; value: unknown };

/**
 * One event with all its facts. The values of a change are opened only for those who may open the file itself;
 * a data protection officer sees that something was changed, and by whom, and not what it said.
 */
export const viewAuditEvent = queriesOn<AuditTables>()({
  name: 'audit.event',
  params: auditEventParams,
  subject: 'audit',
  audit: 'viewed',
  async run({ house, actor, tx, on }, { seq }) {
    const row = await tx
      .selectFrom('audit_event')
      .selectAll()
      .where('centre_id', '=', actor.centre?.id ?? '')
      .where('seq', '=', seq)
      .executeTakeFirst();
    if (!row) return undefined;
    const mentioned = [...(row.client_id ? [row.client_id] : []), ...row.item_ids];
    const files = await fileNumbers(on<ClientTables>(), mentioned);
    const mayOpen =
      house.policy.decide(actor, 'client.view', ['centre']) !== undefined &&
      (row.client_id === null || files.has(row.client_id));
    const detail = await openDetail(house, row, mayOpen);
    const opened = detail.state === 'open';
    return {
      answer: {
        ...eventOf(row, files),
        sessionId: row.session_id,
        items: row.item_ids.flatMap((id) => (files.has(id) ? [{ id, fileNo: files.get(id) }] : [])),
        detail,
      },
      viewed: {
        subjectId: row.id,
        count: 1,
        fields: ['audit', ...(opened ? ['values'] : [])],
        ...(opened && row.client_id && { clientId: row.client_id }),
      },
    };
  },
});

async function openDetail(house: House, row: AuditEventRow, mayOpen: boolean): Promise<EventDetail> {
  if (!row.sealed_detail || !row.detail_key) return { state: 'none' };
  if (!mayOpen) return { state: 'closed' };
  try {
    const place = { table: 'audit_event', column: 'sealed_detail', row: row.id };
    return {
      state: 'open',
      value: await house.vault.unseal<unknown>(row.detail_key, place, row.sealed_detail),
    };
  } catch (error) {
    if (isProblem(error) && error.code === 'vault.key-missing') return { state: 'erased' };
    throw error;
  }
}
