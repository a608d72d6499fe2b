import { isStaff } from '#platform/actor.ts';
import { read } from '#platform/operations/read.server.ts';
import { prepareRelease } from '#modules/releases/queries/prepare-release.query.server.ts';
import { dayOfLastMonth, freshlyProven, publishTestRelease } from '#modules/releases/releases.testing.ts';
import type { Standing } from './expected-answers.ts';
import type { Scene } from './scenes.testing.ts';
import type { World } from './world.testing.ts';

/** A release of the centre, or of the other one. */
export const makeRelease = async ({ house, keeper, stranger }: World, standing: Standing): Promise<string> =>
  (await publishTestRelease(house, freshlyProven(house, standing === 'other-centre' ? stranger : keeper)))
    .releaseId;

const ofRelease =
  (more: object = {}): Scene =>
  async (world, _asker, standing) => ({ releaseId: await makeRelease(world, standing), ...more });

const scopeOf = ({ house, keeper }: World) => ({
  kind: 'month' as const,
  day: dayOfLastMonth(house, keeper),
  calendar: 'gregory' as const,
  audience: 'internal' as const,
});

/** Numbers that leave the house. */
export const releaseScenes: Record<string, Scene> = {
  'release.download': ofRelease({ language: 'en', format: 'csv' }),
  'release.list': () => ({}),
  'release.prepare': scopeOf,
  'release.publish': async (world, asker) => {
    const { house, keeper } = world;
    const reader = isStaff(asker) && house.policy.mayEver(asker, 'release.prepare') ? asker : keeper;
    const { hash } = await read(house, prepareRelease, reader, scopeOf(world));
    return { ...scopeOf(world), seen: hash, recipient: 'Labour office', reason: 'Quarterly meeting' };
  },
  'release.view': ofRelease(),
  'release.withdraw': ofRelease({ reason: 'Sent to the wrong office' }),
};
