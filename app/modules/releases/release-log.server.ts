import { sql, type Transaction } from 'kysely';
import type { ReleasedTable } from '#platform/disclosure/released-table.ts';
import type { ReleaseTables } from './release.tables.server.ts';

/** Everything that left this centre, oldest first; what was withdrawn too, because it is out. */
export async function readReleaseLog(
  tx: Transaction<ReleaseTables>,
  centreId: string,
): Promise<ReleasedTable[]> {
  const rows = await tx
    .selectFrom('released_table')
    .innerJoin('release', 'release.id', 'released_table.release_id')
    .where('release.centre_id', '=', centreId)
    .orderBy('release.seq')
    .orderBy('released_table.position')
    .select([
      'release.site_id',
      'release.first_day',
      'release.next_day',
      'release.audience',
      'released_table.code',
      'released_table.unit',
      'released_table.dimensions',
      'released_table.cells',
    ])
    .execute();
  return rows.map((row) => ({
    scope: { centreId, siteId: row.site_id, first: row.first_day, next: row.next_day },
    audience: row.audience,
    code: row.code,
    unit: row.unit,
    dimensions: row.dimensions,
    cells: row.cells,
  }));
}

/** Two releases at once would each be blind to the other: one waits until the other is in the log. */
export async function lockReleases(tx: Transaction<ReleaseTables>, centreId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`serai.release/${centreId}`}, 0))`.execute(tx);
}
