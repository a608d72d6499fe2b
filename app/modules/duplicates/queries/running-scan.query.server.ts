import { z } from 'zod';
import { queriesOn } from '#platform/operations/query.server.ts';
import type { ScanTables } from '../duplicate-scan.tables.server.ts';

/** Where the look through the register stands, for the job that goes on with it. */
export const runningScan = queriesOn<ScanTables>()({
  name: 'duplicate.running-scan',
  params: z.object({}),
  subject: 'duplicate-scan',
  audit: 'none',
  async run({ tx }) {
    const scan = await tx
      .selectFrom('duplicate_scan')
      .select(['id', 'position'])
      .where('finished_at', 'is', null)
      .executeTakeFirst();
    return { answer: scan };
  },
});
