import { operationsOn } from '#platform/operations/operation.server.ts';
import { Problem } from '#platform/problem.ts';
import { findBreakGlass, relationsToBreakGlass } from '../break-glass.server.ts';
import { breakGlassIdInput } from '../oversight.schemas.ts';
import type { OversightTables } from '../oversight.tables.server.ts';

/** Ends one's own emergency access before its time. @throws Problem `oversight.over` (409) */
export const closeBreakGlass = operationsOn<OversightTables>()({
  name: 'break-glass.close',
  input: breakGlassIdInput,
  subject: 'client',
  load: ({ tx }, { breakGlassId }) => findBreakGlass(tx, breakGlassId),
  relations: ({ tx, actor }, row) => relationsToBreakGlass(tx, actor, row),
  async run({ tx, now }, { breakGlassId }, row) {
    if (row.closed_at || row.ends_at <= now) throw new Problem('oversight.over', 409);
    await tx.updateTable('break_glass').set({ closed_at: now }).where('id', '=', breakGlassId).execute();
    return {
      result: { breakGlassId, clientId: row.client_id },
      audit: { subjectId: breakGlassId, clientId: row.client_id, fields: [], purpose: 'break-glass' },
    };
  },
});
