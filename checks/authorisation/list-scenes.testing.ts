import { randomUUID } from 'node:crypto';
import { type Actor, isStaff, type StaffActor } from '#platform/actor.ts';
import { execute } from '#platform/operations/execute.server.ts';
import type { ListName } from '#modules/lists/list.ts';
import { exportList } from '#modules/lists/operations/export-list.server.ts';
import { saveView } from '#modules/lists/operations/save-view.server.ts';
import type { Standing } from './expected-answers.ts';
import type { Scene } from './scenes.testing.ts';
import { inFreshSession, type World } from './world.testing.ts';

const view = { list: 'contacts', name: 'For the test', filter: { sex: 'female' } };

/** An export of one's own, or of another centre; for whoever may not make one, an id that is nobody's. */
export async function makeExport(world: World, asker: Actor, standing: Standing, list: ListName) {
  const owner = standing === 'other-centre' ? world.stranger : asker;
  if (!isStaff(owner) || !owner.roles.includes('coordinator')) return randomUUID();
  // A session of its own: whoever knocks at every door also locks and ends the one they have.
  const awake = (await inFreshSession(world.house, owner)) as StaffActor;
  const proven: StaffActor = { ...awake, steppedUpAt: world.house.clock.now() };
  const asked = { list, format: 'csv', columns: ['day'], filter: {}, reason: 'for the test' };
  return (await execute(world.house, exportList, proven, asked)).exportId;
}

const ofExport =
  (list: ListName): Scene =>
  async (world, asker, standing) => ({ exportId: await makeExport(world, asker, standing, list) });

/** `self`: one's own; `centre`: one that a coordinator shared. */
async function keptView({ house, keeper, stranger }: World, asker: Actor, standing: Standing) {
  const shared = { ...view, shared: true };
  if (standing === 'other-centre') return execute(house, saveView, stranger, shared);
  if (standing === 'self' && house.policy.mayEver(asker, 'list.save-view')) {
    return execute(house, saveView, asker, view);
  }
  return execute(house, saveView, keeper, shared);
}

/** Lists as each likes them, and what leaves the house. */
export const listScenes: Record<string, Scene> = {
  'client.count': () => ({}),
  'client.export': ofExport('people'),
  'contact.count': () => ({}),
  'contact.export': ofExport('contacts'),
  'list.arrange': () => ({ list: 'people', columns: ['name'] }),
  'list.delete-view': keptView,
  'list.export': () => ({
    list: 'people',
    format: 'csv',
    columns: ['name'],
    filter: {},
    reason: 'for the test',
  }),
  'list.save-view': (_world, _asker, standing) => ({ ...view, shared: standing === 'centre' }),
  'list.views': () => ({ list: 'people' }),
};
