import type { Transaction } from 'kysely';
import type { CentreTables } from '#modules/centres/index.server.ts';
import type { Actor } from '#platform/actor.ts';
import { fieldProblem } from '#platform/problem.ts';

export interface DeskSite {
  id: string;
  /** The site's name by language. */
  name: Record<string, string>;
}

/** The centre's sites that are open for work, in the order in which they were made. */
export const listDeskSites = (tx: Transaction<CentreTables>, actor: Actor): Promise<DeskSite[]> =>
  tx
    .selectFrom('site')
    .where('centre_id', '=', actor.centre?.id ?? '')
    .where('active', '=', true)
    .select(['id', 'name'])
    .orderBy('created_at')
    .orderBy('id')
    .execute();

/**
 * The site whose desk this is: the one asked for, else the actor's own, else the first.
 * @throws Problem `input.invalid` on `siteId` when the centre has no such site
 */
export function chooseDeskSite(
  sites: readonly DeskSite[],
  actor: Actor,
  asked: string | undefined,
): DeskSite {
  const own = sites.find((site) => site.id === actor.siteId) ?? sites[0];
  const chosen = asked === undefined ? own : sites.find((site) => site.id === asked);
  if (!chosen) throw fieldProblem('siteId', 'choose-one');
  return chosen;
}
