import type { Kysely } from 'kysely';
import type { CentreTables } from '#modules/centres/index.server.ts';
import { beginJob } from '#modules/staff/index.server.ts';
import type { House } from '#platform/house.server.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { forgetMerges } from './operations/forget-merges.server.ts';

/** Once a day in every centre: what can no longer be undone is forgotten. */
export async function forgetOldMerges(house: House): Promise<void> {
  const reader: Kysely<CentreTables> = house.databases.reader;
  for (const { id } of await reader.selectFrom('centre').select('id').execute())
    await execute(house, forgetMerges, await beginJob(house, id), {});
}
