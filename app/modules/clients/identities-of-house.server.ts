import type { Kysely } from 'kysely';
import type { House } from '#platform/house.server.ts';
import type { ClientIdentity } from './client.ts';
import { unsealIdentities } from './client-identity.server.ts';
import type { IndexerTables } from './index-rows.server.ts';

/**
 * Identities of any people of the house, restricted ones included, for a task of the house that shows nobody anything of
 * them. Whoever was erased is left out.
 */
export async function identitiesOfHouse(
  house: House,
  clientIds: readonly string[],
): Promise<Map<string, ClientIdentity>> {
  const ids = [...new Set(clientIds)];
  if (ids.length === 0) return new Map();
  const database: Kysely<IndexerTables> = house.databases.indexer;
  const rows = await database
    .selectFrom('client_identity')
    .select(['client_id', 'sealed'])
    .where('client_id', 'in', ids)
    .execute();
  return unsealIdentities(house.vault, rows);
}
