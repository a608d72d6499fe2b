import { sql } from 'kysely';
import { z } from 'zod';
import type { CentreTables, LocalText } from '#modules/centres/index.server.ts';
import { unsealStaffIdentity } from '#modules/staff/index.server.ts';
import { queriesOn } from '#platform/operations/query.server.ts';

export interface CentreInNetwork {
  id: string;
  name: LocalText;
  status: string;
  country: string;
  filePrefix: string;
  sites: { id: string; name: LocalText; active: boolean }[];
  activeStaff: number;
  invitedStaff: number;
  coordinators: number;
  /** The last day on which anybody signed in there, `YYYY-MM-DD`. */
  lastActiveOn: string | null;
  own: boolean;
}

interface Counted {
  centre_id: string;
  active_staff: number;
  invited_staff: number;
  coordinators: number;
  last_active_on: string | null;
}

/** Every centre with its open sites, how many work there, and who administers the network. No person who is served. */
export const listCentres = queriesOn<CentreTables>()({
  name: 'network.list-centres',
  params: z.object({}),
  subject: 'centre',
  audit: 'none',
  async run({ tx, actor, house }) {
    const [centres, sites, counted, administrators] = [
      await tx
        .selectFrom('centre')
        .select(['id', 'name', 'status', 'country', 'file_prefix'])
        .orderBy('created_at')
        .orderBy('id')
        .execute(),
      await tx
        .selectFrom('site')
        .select(['id', 'centre_id', 'name', 'active'])
        .orderBy('created_at')
        .execute(),
      await sql<Counted>`select * from network_overview()`.execute(tx),
      await sql<{
        id: string;
        centre_id: string;
        status: string;
        sealed_identity: Buffer;
      }>`select * from network_administrators()`.execute(tx),
    ];
    const countOf = new Map(counted.rows.map((row) => [row.centre_id, row]));
    const answer = {
      centres: centres.map((centre): CentreInNetwork => {
        const count = countOf.get(centre.id);
        return {
          id: centre.id,
          name: centre.name,
          status: centre.status,
          country: centre.country,
          filePrefix: centre.file_prefix,
          sites: sites
            .filter((site) => site.centre_id === centre.id)
            .map(({ id, name, active }) => ({ id, name, active })),
          activeStaff: count?.active_staff ?? 0,
          invitedStaff: count?.invited_staff ?? 0,
          coordinators: count?.coordinators ?? 0,
          lastActiveOn: count?.last_active_on ?? null,
          own: centre.id === actor.centre?.id,
        };
      }),
      administrators: administrators.rows.map((row) => ({
        id: row.id,
        centreId: row.centre_id,
        invited: row.status === 'invited',
        name: unsealStaffIdentity(house.vault, row.id, row.sealed_identity).name,
        self: row.id === actor.staffId,
      })),
    };
    return { answer };
  },
});
