import { randomUUID } from 'node:crypto';
import { requireStepUp } from '#modules/staff/index.server.ts';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { forbidden } from '#platform/problem.ts';
import { chosenColumns, exportMinutes } from '../list.ts';
import { exportListInput } from '../list.schemas.ts';
import type { ListTables } from '../list.tables.server.ts';
import { type ExportTerms, exportPlace } from '../list-seals.server.ts';

/** Weeks for which the reason of an export can be read: ten years, as long as somebody may have to answer for it. */
const reasonWeeks = 520;

/**
 * Says why a list must leave the house. The file itself is made by the query of its list, which asks for this id, and only
 * for some minutes; what is in the file is counted as looked at by that query.
 * @throws Problem `step-up.required` (428)
 */
export const exportList = operationsOn<ListTables>()({
  name: 'list.export',
  input: exportListInput,
  subject: 'list',
  async run({ house, actor, tx, now }, { list, format, columns, filter, reason }) {
    if (!actor.staffId || !actor.centre) throw forbidden();
    requireStepUp(actor, now);
    const id = randomUUID();
    const terms: ExportTerms = { format, columns: chosenColumns(list, columns), filter, reason };
    // What was asked for before and never fetched is of no use to anybody.
    await tx
      .deleteFrom('list_export')
      .where('started_at', '<', new Date(now.getTime() - exportMinutes * 60_000))
      .execute();
    await tx
      .insertInto('list_export')
      .values({
        id,
        centre_id: actor.centre.id,
        staff_id: actor.staffId,
        list,
        sealed: house.vault.sealForHouse(exportPlace(id), terms),
        started_at: now,
      })
      .execute();
    return {
      result: { exportId: id },
      audit: {
        subjectId: id,
        fields: [list, format, ...terms.columns],
        purpose: 'export',
        detail: { reason, filter },
        detailKey: await house.vault.weekKey('list-export', now, reasonWeeks),
      },
    };
  },
});
