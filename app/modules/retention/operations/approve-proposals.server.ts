import { sql } from 'kysely';
import { type ClientTables, requireStaffActor } from '#modules/clients/index.server.ts';
import { orderErasure } from '#modules/erasures/index.server.ts';
import { requireStepUp } from '#modules/staff/index.server.ts';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { notFound, Problem } from '#platform/problem.ts';
import { forgetNotes, oldNotes } from '../let-go.server.ts';
import { approveInput } from '../retention.schemas.ts';
import type { RetentionTables } from '../retention.tables.server.ts';

/**
 * A person looked at the list and lets these go. Files are erased by the job that follows. All or none: a row that
 * changed since it was shown stops the rest, so that nothing is approved unseen.
 * @throws `step-up.required`, `not-found`, `retention.settled`, `retention.clock-restarted` (409) when somebody was
 * served since, and what `orderErasure` throws
 */
export const approveProposals = operationsOn<RetentionTables & ClientTables>()({
  name: 'retention.approve',
  input: approveInput,
  subject: 'retention-proposal',
  async run(context, { proposalIds }) {
    const { tx, now } = context;
    const { staffId } = requireStaffActor(context.actor);
    const ids = [...new Set(proposalIds)].sort();
    const rows = await tx
      .selectFrom('retention_proposal')
      .selectAll()
      .where('id', '=', sql<string>`any(${ids}::uuid[])`)
      .orderBy('id')
      .forUpdate()
      .execute();
    if (rows.length < ids.length) throw notFound();
    requireStepUp(context.actor, now);
    if (rows.some((row) => row.state !== 'open')) throw new Problem('retention.settled', 409);
    const files = rows.flatMap((row) => (row.client_id ? [row.client_id] : []));
    for (const row of rows) {
      await tx
        .updateTable('retention_proposal')
        .set({ state: row.client_id ? 'approved' : 'done', decided_by: staffId, decided_at: now })
        .where('id', '=', row.id)
        .execute();
      if (!row.client_id) {
        await forgetNotes(context, await oldNotes(context, row.due_on), row.due_on);
        continue;
      }
      const client = await tx
        .selectFrom('client')
        .select(['id', 'centre_id', 'restricted', 'last_contact_on', 'registered_on'])
        .where('id', '=', row.client_id)
        .forNoKeyUpdate()
        .executeTakeFirst();
      if (!client) throw notFound();
      if ((client.last_contact_on ?? client.registered_on) !== row.clock_on)
        throw new Problem('retention.clock-restarted', 409);
      await orderErasure(context, client, 'retention_expired');
    }
    return {
      result: { files: files.length, approved: rows.length },
      audit: { count: rows.length, itemIds: files, fields: [...new Set(rows.map((row) => row.class))] },
    };
  },
});
