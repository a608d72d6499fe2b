import { sql } from 'kysely';
import { settingOf } from '#modules/centres/index.server.ts';
import { type StaffTables, tellColleague } from '#modules/staff/index.server.ts';
import { dayBounds } from '#platform/language/local-day.ts';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { forbidden } from '#platform/problem.ts';
import { activeColleagues } from '../colleagues.server.ts';
import { tellOfLookInput } from '../oversight.schemas.ts';

/**
 * Tells the owner of a file at once that a colleague without a link opened it. In a small centre, where everybody helps
 * everybody, they hear of the day's looks together; of a restricted file always at once. Once a day for each reader.
 */
export const tellOfLook = operationsOn<StaffTables>()({
  name: 'oversight.tell-of-look',
  input: tellOfLookInput,
  subject: 'client',
  async run({ tx, actor, now, today }, { clientId, staffId }) {
    const { centre } = actor;
    if (!centre) throw forbidden();
    const { rows } = await sql<{ assigned_to: string | null; restricted: boolean }>`
      select assigned_to, restricted from owners_of_files(array[${clientId}]::uuid[])`.execute(tx);
    const owner = rows[0]?.assigned_to;
    const silent = { result: { told: false }, audit: { count: 0 } };
    if (!owner || owner === staffId) return silent;
    const colleagues = await activeColleagues(tx);
    if (!colleagues.some(({ id }) => id === owner)) return silent;
    const isSmall = colleagues.length < settingOf(centre.settings, 'oversight.digest-below');
    if (isSmall && !rows[0]?.restricted) return silent;
    const already = await tx
      .selectFrom('staff_notice')
      .select('id')
      .where('staff_id', '=', owner)
      .where('by_staff', '=', staffId)
      .where('client_id', '=', clientId)
      .where('kind', '=', 'file-opened')
      .where('at', '>=', dayBounds(today, centre.timeZone).start)
      .executeTakeFirst();
    if (already) return silent;
    await tellColleague(tx, {
      staffId: owner,
      centreId: centre.id,
      kind: 'file-opened',
      by: staffId,
      now,
      clientId,
    });
    return { result: { told: true }, audit: { count: 1, itemIds: [owner] } };
  },
});
