import type { Kysely } from 'kysely';
import type { CentreTables, LocalText } from '#modules/centres/index.server.ts';
import type { House } from '#platform/house.server.ts';

/** What hangs on a centre's door; public, so that it is read without anybody's session. */
export async function nameOfCentre(house: House, centreId: string): Promise<LocalText> {
  const row = await (house.databases.reader as Kysely<CentreTables>)
    .selectFrom('centre')
    .select('name')
    .where('id', '=', centreId)
    .executeTakeFirst();
  return row?.name ?? {};
}
