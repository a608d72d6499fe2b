import { consentWithdrawn } from '#app/consent-withdrawn.server.ts';
import { fileMerged } from '#app/file-merged.server.ts';
import { settingOf } from '#modules/centres/index.server.ts';
import { type Choices, joinFiles } from '#modules/clients/index.server.ts';
import type { OperationContext } from '#platform/operations/operation.server.ts';
import { forbidden } from '#platform/problem.ts';
import type { MergeTables } from './client-merge.tables.server.ts';
import { beforePlace } from './merge-seals.ts';
import type { MergePair } from './merge-pair.server.ts';
import { daysAfter, hoursAfter, reviewHours } from './merge-standing.ts';

interface Merging {
  mergeId: string;
  pair: MergePair;
  choices: Choices;
  /** Nobody confirmed it: somebody looks at it later. */
  toReview: boolean;
}

/** Makes the two files one and keeps with the merge what it takes to undo it. @throws as `joinFiles` */
export async function carryOutMerge(
  context: OperationContext<MergeTables>,
  { mergeId, pair: { survivor, merged }, choices, toReview }: Merging,
): Promise<{ fields: string[] }> {
  const { house, tx, actor, now } = context;
  if (!actor.staffId) throw forbidden();
  const { joined, rows, fields } = await joinFiles(
    context,
    { mergeId, survivor, merged, choices },
    { fileMerged, consentWithdrawn },
  );
  await tx
    .updateTable('client_merge')
    .set({
      confirmed_by: actor.staffId,
      merged_at: now,
      undo_until: daysAfter(now, settingOf(actor.centre?.settings, 'duplicates.undo-days')),
      review_until: toReview ? hoursAfter(now, reviewHours) : null,
      survivor_restricted: survivor.restricted,
      merged_restricted: merged.restricted,
      sealed_before: await house.vault.seal(survivor.id, beforePlace(mergeId), joined),
    })
    .where('id', '=', mergeId)
    .execute();
  for (let at = 0; at < rows.length; at += 1_000)
    await tx
      .insertInto('client_merge_row')
      .values(
        rows.slice(at, at + 1_000).map(({ table, rowId, detail }) => ({
          merge_id: mergeId,
          centre_id: survivor.centre_id,
          table_name: table,
          row_id: rowId,
          detail: detail ? JSON.stringify(detail) : null,
        })),
      )
      .execute();
  return { fields };
}
