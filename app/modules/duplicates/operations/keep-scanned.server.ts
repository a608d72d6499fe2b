import { z } from 'zod';
import { keepSwept } from '#modules/clients/index.server.ts';
import type { HitReason } from '#platform/name-matching/people-index.ts';
import { operationsOn } from '#platform/operations/operation.server.ts';
import type { ScanTables } from '../duplicate-scan.tables.server.ts';

const sweptSchema = z.array(
  z.object({
    id: z.uuid(),
    hits: z.array(
      z.object({ id: z.uuid(), score: z.number(), reasons: z.array(z.string() as z.ZodType<HitReason>) }),
    ),
  }),
);

/** Keeps what one stretch of the scan found and where it goes on; the stretch after the last file ends it. */
export const keepScanned = operationsOn<ScanTables>()({
  name: 'duplicate.keep-scanned',
  input: z.object({ scanId: z.uuid(), after: z.uuid().nullable(), swept: sweptSchema }),
  subject: 'duplicate-scan',
  load: ({ tx }, { scanId }) =>
    tx.selectFrom('duplicate_scan').selectAll().where('id', '=', scanId).forUpdate().executeTakeFirst(),
  async run(context, { after, swept }, scan) {
    const { tx, now } = context;
    const audit = { subjectId: scan.id, fields: ['possible_duplicate'], count: swept.length };
    // Another process did this stretch already: nothing is counted twice.
    if (scan.finished_at !== null || scan.position !== after) return { result: { kept: false }, audit };
    const { found, fallen } = await keepSwept(context, scan.centre_id, swept);
    await tx
      .updateTable('duplicate_scan')
      .set({
        done: scan.done + swept.length,
        position: swept.at(-1)?.id ?? scan.position,
        found: scan.found + found,
        fallen: scan.fallen + fallen,
        ...(swept.length === 0 && { finished_at: now }),
      })
      .where('id', '=', scan.id)
      .execute();
    return { result: { kept: true }, audit };
  },
});
