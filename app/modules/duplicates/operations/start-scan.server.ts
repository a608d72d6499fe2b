import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { peopleIndex } from '#modules/clients/index.server.ts';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { forbidden } from '#platform/problem.ts';
import type { ScanTables } from '../duplicate-scan.tables.server.ts';

/**
 * Begins a look through the whole register for people who may have two files. Where one is under way already, that one
 * goes on. @throws `clients.index-building` (503)
 */
export const startScan = operationsOn<ScanTables>()({
  name: 'duplicate.start-scan',
  input: z.object({}),
  subject: 'duplicate-scan',
  async run({ house, tx, actor, now, enqueue }) {
    const centreId = actor.centre?.id;
    if (!centreId) throw forbidden();
    const id = randomUUID();
    const begun = await tx
      .insertInto('duplicate_scan')
      .values({
        id,
        centre_id: centreId,
        started_by: actor.staffId ?? null,
        started_at: now,
        total: await peopleIndex(house).count(centreId),
      })
      .onConflict((conflict) => conflict.column('centre_id').where('finished_at', 'is', null).doNothing())
      .returning('id')
      .executeTakeFirst();
    const scanId =
      begun?.id ??
      (
        await tx
          .selectFrom('duplicate_scan')
          .select('id')
          .where('centre_id', '=', centreId)
          .where('finished_at', 'is', null)
          .executeTakeFirstOrThrow()
      ).id;
    // Asked for once more where one stands still: a job that gave up is taken up again.
    await enqueue('scan-duplicates', { centreId }, { jobKey: `scan-duplicates/${centreId}` });
    return {
      result: { scanId, begun: begun !== undefined },
      audit: { subjectId: scanId, fields: ['possible_duplicate'] },
    };
  },
});
