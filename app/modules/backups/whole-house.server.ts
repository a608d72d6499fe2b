import type { Kysely } from 'kysely';
import type { CentreTables } from '#modules/centres/index.server.ts';
import type { Actor } from '#platform/actor.ts';
import type { House } from '#platform/house.server.ts';
import { Problem } from '#platform/problem.ts';

/**
 * Copies hold every centre of the house. Where there are several, nobody decides for the neighbours when and where they are
 * made but whoever administers them all. @throws Problem `backup.not-yours` (403)
 */
export async function requireWholeHouse(house: House, actor: Actor): Promise<void> {
  if (actor.roles.some((role) => role === 'network_administrator')) return;
  const database: Kysely<CentreTables> = house.databases.auth;
  const { centres } = await database
    .selectFrom('centre')
    .select(({ fn }) => fn.countAll<string>().as('centres'))
    .executeTakeFirstOrThrow();
  if (Number(centres) > 1) throw new Problem('backup.not-yours', 403);
}
