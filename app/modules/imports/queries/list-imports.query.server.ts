import { z } from 'zod';
import { namesOfStaff } from '#modules/staff/index.server.ts';
import { queriesOn } from '#platform/operations/query.server.ts';
import type { ImportTables } from '../import.tables.server.ts';
import { openSettings } from '../import-seal.server.ts';

const most = 100;

/** Every import of the centre, newest first: numbers, states, and the file's name as long as the file is kept. */
export const listImports = queriesOn<ImportTables>()({
  name: 'import.list',
  params: z.object({}),
  subject: 'import',
  audit: 'none',
  async run({ house, tx, on }) {
    const rows = await tx
      .selectFrom('register_import')
      .selectAll()
      .orderBy('created_at', 'desc')
      .orderBy('id')
      .limit(most)
      .execute();
    const names = await namesOfStaff(
      { house, on },
      rows.map((row) => row.created_by),
    );
    const answer = await Promise.all(
      rows.map(async (row) => ({
        id: row.id,
        state: row.state,
        fileName: (await openSettings(house, row))?.fileName,
        by: names.get(row.created_by),
        at: row.created_at,
        counts: row.counts,
      })),
    );
    return { answer };
  },
});
