import { sql } from 'kysely';
import { z } from 'zod';
import { settingOf } from '#modules/centres/index.server.ts';
import { type StaffTables, tellColleague } from '#modules/staff/index.server.ts';
import { dayBounds } from '#platform/language/local-day.ts';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { forbidden } from '#platform/problem.ts';
import { activeColleagues } from '../colleagues.server.ts';

/** In a small centre: tells each owner once a day how many of their files were opened by colleagues without a link. */
export const tellOfDay = operationsOn<StaffTables>()({
  name: 'oversight.tell-of-day',
  input: z.object({ day: z.iso.date() }),
  subject: 'client',
  async run({ tx, actor, now }, { day }) {
    const { centre } = actor;
    if (!centre) throw forbidden();
    const colleagues = await activeColleagues(tx);
    const isSmall = colleagues.length < settingOf(centre.settings, 'oversight.digest-below');
    const { start, end } = dayBounds(day, centre.timeZone);
    const { rows } = await sql<{ owner: string; files: number }>`
      select o.assigned_to as owner, count(distinct e.client_id)::integer as files
      from looks_without_link(${start}, ${end}) e
      join owners_of_files(array(select client_id from looks_without_link(${start}, ${end}))) o
        on o.client_id = e.client_id
      where not o.restricted and o.assigned_to is not null and o.assigned_to <> e.actor_id
      group by o.assigned_to`.execute(tx);
    let told = 0;
    for (const { owner, files } of isSmall ? rows : []) {
      if (!colleagues.some(({ id }) => id === owner)) continue;
      const { rows: already } = await sql`
        select 1 from staff_notice where staff_id = ${owner} and kind = 'files-opened' and at >= ${end}
          and at < ${end}::timestamptz + interval '1 day'`.execute(tx);
      if (already.length > 0) continue;
      await tellColleague(tx, {
        staffId: owner,
        centreId: centre.id,
        kind: 'files-opened',
        by: null,
        now,
        count: files,
      });
      told += 1;
    }
    return { result: { told }, audit: { count: told } };
  },
});
