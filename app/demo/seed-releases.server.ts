import { publishRelease } from '#modules/releases/operations/publish-release.server.ts';
import { prepareRelease } from '#modules/releases/queries/prepare-release.query.server.ts';
import type { House } from '#platform/house.server.ts';
import { addDays } from '#platform/language/local-day.ts';
import { zonedTime } from '#platform/language/zoned-time.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import { isProblem } from '#platform/problem.ts';
import { demoCentre } from './demo-centre.ts';
import { houseAt } from './house-at.ts';
import { isTold } from './is-told.server.ts';
import type { DemoCentre } from './open-demo-centre.server.ts';

const recipient = 'Provincial committee on migration';
const reason = 'The month’s figures for the committee’s meeting.';

/** The two months that are over: each let go for the committee, on the third morning of the month after. */
export async function seedReleases(house: House, centre: DemoCentre, today: string): Promise<void> {
  const coordinator = centre.staff.get('coordinator');
  if (!coordinator || (await isTold(house, coordinator, 'release'))) return;
  const lastMonth = addDays(`${today.slice(0, 8)}01`, -1);
  const monthBefore = addDays(`${lastMonth.slice(0, 8)}01`, -1);
  for (const day of [monthBefore, lastMonth]) {
    const morning = zonedTime(addDays(day, 3), '10:00', demoCentre.timeZone);
    const at = morning < house.clock.now() ? morning : house.clock.now();
    const then = houseAt(house, at);
    const scope = { kind: 'month', day, calendar: 'gregory', audience: 'public' };
    const { hash } = await read(then, prepareRelease, coordinator, scope);
    try {
      const proven = { ...coordinator, steppedUpAt: at };
      await execute(then, publishRelease, proven, { ...scope, seen: hash, recipient, reason });
    } catch (error) {
      // So few that every number would have to be hidden: nothing leaves.
      if (!isProblem(error) || error.code !== 'release.nothing-left') throw error;
    }
  }
}
