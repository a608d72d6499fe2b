import { sql } from 'kysely';
import { namesOfStaff } from '#modules/staff/index.server.ts';
import { queriesOn } from '#platform/operations/query.server.ts';
import { isProblem } from '#platform/problem.ts';
import { findBreakGlass, reasonPlace, relationsToBreakGlass, reviewPlace } from '../break-glass.server.ts';
import { breakGlassIdInput } from '../oversight.schemas.ts';
import type { OversightTables } from '../oversight.tables.server.ts';

const most = 300;

/** One emergency access for whoever reviews it: why, for how long, and everything that was done in the file under it. */
export const viewBreakGlass = queriesOn<OversightTables>()({
  name: 'break-glass.view',
  params: breakGlassIdInput,
  subject: 'client',
  audit: 'viewed',
  async run(context, { breakGlassId }) {
    const { house, tx, actor, now } = context;
    const row = await findBreakGlass(tx, breakGlassId);
    if (!row) return undefined;
    const until = row.closed_at ?? row.ends_at;
    const { rows: acts } = await sql<{
      seq: number;
      at: Date;
      action: string;
      result: string;
      fields: string[];
    }>`
      select seq, at, action, result, fields from audit_event
      where centre_id = ${row.centre_id} and actor_id = ${row.staff_id} and session_id = ${row.session_id}
        and (client_id = ${row.client_id} or item_ids @> array[${row.client_id}]::uuid[])
        and at >= ${row.opened_at} and at <= ${until}
      order by seq limit ${most}`.execute(tx);
    const names = await namesOfStaff(context, [row.staff_id, ...(row.reviewed_by ? [row.reviewed_by] : [])]);
    const open = async (place: typeof reasonPlace, sealed: Buffer | null) => {
      if (!sealed) return undefined;
      try {
        return await house.vault.unseal<string>(row.client_id, place(row.id), sealed);
      } catch (error) {
        // The person was erased since, and what was written of them with them.
        if (isProblem(error) && error.code === 'vault.key-missing') return undefined;
        throw error;
      }
    };
    return {
      relations: await relationsToBreakGlass(tx, actor, row),
      answer: {
        id: row.id,
        by: names.get(row.staff_id) ?? '',
        own: row.staff_id === actor.staffId,
        fileNo: row.file_no,
        reason: await open(reasonPlace, row.sealed_reason),
        openedAt: row.opened_at.toISOString(),
        endsAt: until.toISOString(),
        running: until > now,
        reviewDue: row.review_due.toISOString(),
        overdue: row.reviewed_at === null && row.review_due <= now,
        outcome: row.outcome,
        reviewedBy: row.reviewed_by && (names.get(row.reviewed_by) ?? ''),
        reviewedAt: row.reviewed_at?.toISOString(),
        review: await open(reviewPlace, row.sealed_review),
        acts: acts.map((act) => ({ ...act, at: act.at.toISOString() })),
      },
      viewed: {
        subjectId: row.id,
        clientId: row.client_id,
        fields: ['reason', 'audit'],
        purpose: 'break-glass',
        count: acts.length,
      },
    };
  },
});
