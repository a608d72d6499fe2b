import type { Transaction } from 'kysely';
import type { Actor } from '#platform/actor.ts';
import type { CountScope, CountTable } from '#platform/disclosure/count-table.ts';
import { forbidden } from '#platform/problem.ts';
import { countTablesOf } from './count-tables.ts';
import { countDays } from './statistics.tables.server.ts';

/**
 * All fixed tables of a period of the actor's centre, or of one of its sites: true counts with margins, restricted people
 * included. Nothing of it may leave the house as it is.
 * @throws Problem `forbidden` for another centre than the actor's
 */
export async function countTables(
  { tx, actor }: { tx: Transaction<unknown>; actor: Actor },
  scope: CountScope,
): Promise<CountTable[]> {
  if (actor.centre?.id !== scope.centreId) throw forbidden();
  const days = { firstDay: scope.first, nextDay: scope.next };
  const { rows } = await countDays(days, { site: scope.siteId, own: false }, true).execute(tx);
  return countTablesOf(rows);
}
