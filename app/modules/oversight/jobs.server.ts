import type { CentreTables } from '#modules/centres/index.server.ts';
import { wallTime } from '#modules/clients/index.server.ts';
import { beginJob } from '#modules/staff/index.server.ts';
import type { JobActor } from '#platform/actor.ts';
import type { House } from '#platform/house.server.ts';
import type { Job } from '#platform/jobs/run-jobs.server.ts';
import { addDays, localDay } from '#platform/language/local-day.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { type Kysely, sql, type Transaction } from 'kysely';
import { escalateBreakGlass } from './operations/escalate-break-glass.server.ts';
import { tellOfDay } from './operations/tell-of-day.server.ts';
import { tellOfLook } from './operations/tell-of-look.server.ts';
import type { OversightTables } from './oversight.tables.server.ts';

import { watchEveryCentre } from './watch-reading.server.ts';

const morning = { from: '06:00', to: '09:00' };

const tell: Job = {
  task: 'tell-of-look',
  async run(house, { centreId, ...look }) {
    await execute(house, tellOfLook, await beginJob(house, String(centreId)), look);
  },
};

const watch: Job = { task: 'watch-reading', schedule: '25 * * * *', run: watchEveryCentre };

const escalate: Job = {
  task: 'escalate-break-glass',
  schedule: '50 * * * *',
  run: (house) =>
    eachCentre(house, async (actor) => {
      if (await isAnyOverdue(house, actor)) await execute(house, escalateBreakGlass, actor, {});
    }),
};

/** In the morning of each centre; a day is told of once. */
const tellYesterday: Job = {
  task: 'tell-of-day',
  schedule: '35 * * * *',
  run: (house) =>
    eachCentre(house, async (actor) => {
      const { time = '' } = wallTime(house.clock.now(), actor.centre.timeZone);
      if (time < morning.from || time >= morning.to) return;
      const yesterday = addDays(localDay(house.clock.now(), actor.centre.timeZone), -1);
      await execute(house, tellOfDay, actor, { day: yesterday });
    }),
};

const isAnyOverdue = (house: House, actor: JobActor): Promise<boolean> =>
  house.databases.reader.transaction().execute(async (tx: Transaction<OversightTables>) => {
    await sql`select set_config('serai.session', ${actor.sessionToken}, true)`.execute(tx);
    const row = await tx
      .selectFrom('break_glass')
      .select('id')
      .where('reviewed_at', 'is', null)
      .where('review_due', '<=', house.clock.now())
      .limit(1)
      .executeTakeFirst();
    return row !== undefined;
  });

async function eachCentre(house: House, work: (actor: JobActor) => Promise<unknown>): Promise<void> {
  const reader: Kysely<CentreTables> = house.databases.reader;
  for (const { id } of await reader.selectFrom('centre').select('id').execute())
    await work(await beginJob(house, id));
}

export const oversightJobs: Job[] = [tell, watch, escalate, tellYesterday];
