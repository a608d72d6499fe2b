import type { z } from 'zod';
import type { StaffActor } from '#platform/actor.ts';
import type { House } from '#platform/house.server.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import { localDay } from '#platform/language/local-day.ts';
import { addDays } from '#platform/language/local-day.ts';
import { publishRelease } from './operations/publish-release.server.ts';
import { prepareRelease } from './queries/prepare-release.query.server.ts';
import type { releaseScopeSchema } from './release.schemas.ts';

/** The last day of the month before: a day of a month that is over. */
export function dayOfLastMonth(house: House, { centre }: StaffActor): string {
  const today = localDay(house.clock.now(), centre.timeZone);
  return addDays(`${today.slice(0, 8)}01`, -1);
}

/** The coordinator with a second factor proven just now. */
export const freshlyProven = (house: House, actor: StaffActor): StaffActor => ({
  ...actor,
  steppedUpAt: house.clock.now(),
});

/** Looks at the numbers of a period, the month before unless told, and lets them go. */
export async function publishTestRelease(
  house: House,
  actor: StaffActor,
  given: Partial<z.input<typeof releaseScopeSchema>> = {},
): Promise<{ releaseId: string }> {
  const scope = {
    kind: 'month' as const,
    day: dayOfLastMonth(house, actor),
    calendar: 'gregory' as const,
    audience: 'internal' as const,
    ...given,
  };
  const { hash } = await read(house, prepareRelease, actor, scope);
  return execute(house, publishRelease, freshlyProven(house, actor), {
    ...scope,
    seen: hash,
    recipient: 'Labour office',
    reason: 'Quarterly meeting',
  });
}
