import { sql } from 'kysely';
import { z } from 'zod';
import type { CentreTables, LocalText } from '#modules/centres/index.server.ts';
import { queriesOn } from '#platform/operations/query.server.ts';

export interface OwnCentres {
  /** The centre of this session. */
  here: LocalText;
  /** Are there other centres in this house? Then a screen says in which one it is. */
  several: boolean;
  /** The asker's accounts in other centres, by the same address. */
  /** What the asker was told and has not read yet. */
  notices: number;
  elsewhere: { staffId: string; name: LocalText; linked: boolean }[];
}

/** In which centre this session is, and where else the asker works. */
export const ownCentres = queriesOn<CentreTables>()({
  name: 'session.centres',
  params: z.object({}),
  subject: 'session',
  audit: 'none',
  async run({ tx, actor }) {
    const centres = await tx.selectFrom('centre').select(['id', 'name']).execute();
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
    const answer: OwnCentres = {
      here: here.name,
      several,
      notices: waiting.rows[0]?.notices ?? 0,
      elsewhere: rows.map((row) => ({
        staffId: row.staff_id,
        name: centres.find(({ id }) => id === row.centre_id)?.name ?? {},
        linked: row.linked,
      })),
    };
    return { answer, relations: ['self'] };
  },
});
