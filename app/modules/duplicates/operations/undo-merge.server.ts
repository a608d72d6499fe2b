import { consentWithdrawn } from '#app/consent-withdrawn.server.ts';
import { fileMerged } from '#app/file-merged.server.ts';
import { type JoinedFiles, partFiles } from '#modules/clients/index.server.ts';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { Problem } from '#platform/problem.ts';
import type { MergeTables } from '../client-merge.tables.server.ts';
import { mergeIdInput } from '../merge.schemas.ts';
import { lockMerge } from '../merge-pair.server.ts';
import { beforePlace } from '../merge-seals.ts';
import { standingOf } from '../merge-standing.ts';

/**
 * Takes a merge back: both files stand again with everything that was theirs. What came since stays with the survivor.
 * @returns what was changed since the merge, and so stays as it is now
 * @throws Problem `duplicates.not-open` when it is not merged, `duplicates.too-late` after the days of grace,
 * `duplicates.undo-later-first` while a later merge rests on it, `duplicates.file-elsewhere`, `duplicates.ask-supervisor`
 */
export const undoMerge = operationsOn<MergeTables>()({
  name: 'duplicate.undo-merge',
  input: mergeIdInput,
  subject: 'client-merge',
  load: (context, input) => lockMerge(context, input),
  async run(context, _input, { merge, pair }) {
    const { house, tx, actor, now } = context;
    const standing = standingOf(merge, now);
    if (standing === 'settled') throw new Problem('duplicates.too-late', 409);
    if (standing !== 'merged' || !merge.merged_at) throw new Problem('duplicates.not-open', 409);
    if (!merge.sealed_before) throw new Problem('duplicates.too-late', 409);
    if (pair.survivor.file_status === 'transferred') throw new Problem('duplicates.file-elsewhere', 409);
    const later = await tx
      .selectFrom('client_merge')
      .select('id')
      .where('survivor_id', '=', merge.survivor_id)
      .where('merged_at', '>', merge.merged_at)
      .where('undone_at', 'is', null)
      .executeTakeFirst();
    if (later || pair.survivor.merged_into) throw new Problem('duplicates.undo-later-first', 409);
    const rows = await tx
      .selectFrom('client_merge_row')
      .select(['table_name', 'row_id', 'detail'])
      .where('merge_id', '=', merge.id)
      .execute();
    const { changedSince } = await partFiles(
      context,
      {
        mergeId: merge.id,
        mergedAt: merge.merged_at,
        ...pair,
        wasRestricted: {
          survivor: merge.survivor_restricted ?? false,
          merged: merge.merged_restricted ?? false,
        },
        joined: await house.vault.unseal<JoinedFiles>(
          merge.survivor_id,
          beforePlace(merge.id),
          merge.sealed_before,
        ),
        rows: rows.map(({ table_name, row_id, detail }) => ({
          table: table_name,
          rowId: row_id,
          ...(detail && { detail }),
        })),
      },
      { fileMerged, consentWithdrawn },
    );
    await tx
      .updateTable('client_merge')
      .set({ undone_by: actor.staffId ?? null, undone_at: now, sealed_before: null })
      .where('id', '=', merge.id)
      .execute();
    return {
      result: { survivorId: merge.survivor_id, mergedId: merge.merged_id, changedSince },
      audit: {
        subjectId: merge.id,
        clientId: merge.survivor_id,
        itemIds: [merge.merged_id],
        fields: ['merge', ...changedSince],
      },
    };
  },
});
