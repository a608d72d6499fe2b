import { sql } from 'kysely';
import { z } from 'zod';
import { operationsOn } from '#platform/operations/operation.server.ts';
import type { MergeTables } from '../client-merge.tables.server.ts';

/** Destroys what it takes to undo the merges whose time for that is over. The merges themselves stay known. */
export const forgetMerges = operationsOn<MergeTables>()({
  name: 'duplicate.forget-merges',
  input: z.object({}),
  subject: 'client-merge',
  async run({ tx, now }) {
    const { rows } = await sql<{ count: number }>`select forget_merges(${now}) as count`.execute(tx);
    const forgotten = rows[0]?.count ?? 0;
    return { result: { forgotten }, audit: { count: forgotten, fields: ['merge'] } };
  },
});
