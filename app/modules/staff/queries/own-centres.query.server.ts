import { sql } from 'kysely';
import { z } from 'zod';
import type { CentreTables, LocalText } from '#modules/centres/index.server.ts';
import { queriesOn } from '#platform/operations/query.server.ts';

export interface OwnCentres {
  /** The centre of this session. */
  here: LocalText;
  /** Are there other centres in this house? Then a screen says in which one it is. */
  several: boolean;
  /** What the asker was told and has not read yet. */
  notices: number;
  /** The asker's accounts in other centres that they have proven and linked. */
  elsewhere: { staffId: string; name: LocalText }[];
  /** The other centres of the house, whether or not the asker has an account there: that is told only to who proves it. */
  others: { centreId: string; name: LocalText }[];
}

/** In which centre this session is, and where else the asker works. */
export const ownCentres = queriesOn<CentreTables>()({
  name: 'session.centres',
  params: z.object({}),
  subject: 'session',
  audit: 'none',
  async run({ tx, actor }) {
    const centres = await tx.selectFrom('centre').select(['id', 'name', 'status']).execute();
    const here = centres.find(({ id }) => id === actor.centre?.id);
    if (!here) return undefined;
    const waiting = await sql<{ notices: number }>`
      select count(*)::integer as notices from staff_notice
      where staff_id = ${actor.staffId} and read_at is null`.execute(tx);
    const several = centres.length > 1;
    const { rows } = several
      ? await sql<{
          staff_id: string;
          centre_id: string;
          linked: boolean;
        }>`select * from my_other_accounts()`.execute(tx)
      : { rows: [] };
    const linked = rows.filter((row) => row.linked);
    const answer: OwnCentres = {
      here: here.name,
      several,
      notices: waiting.rows[0]?.notices ?? 0,
      elsewhere: linked.map((row) => ({
        staffId: row.staff_id,
        name: centres.find(({ id }) => id === row.centre_id)?.name ?? {},
      })),
      others: centres
        .filter(({ id, status }) => id !== here.id && status !== 'suspended' && status !== 'closed')
        .filter(({ id }) => !linked.some((row) => row.centre_id === id))
        .map(({ id, name }) => ({ centreId: id, name })),
    };
    return { answer, relations: ['self'] };
  },
});
