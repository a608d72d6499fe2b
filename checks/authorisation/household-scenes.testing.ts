import type { Actor } from '#platform/actor.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { openHousehold } from '#modules/households/operations/open-household.server.ts';
import { setGuardian } from '#modules/households/operations/set-guardian.server.ts';
import type { Standing } from './expected-answers.ts';
import { closeFile, makeClient, makeClosedClient } from './records.testing.ts';
import type { Scene } from './scenes.testing.ts';
import type { World } from './world.testing.ts';

const makerOf = ({ maker, stranger }: World, standing: Standing) =>
  standing === 'other-centre' ? stranger : maker;

/** A household whose one member stands so to the asker. */
async function householdOfOne(world: World, asker: Actor, standing: Standing) {
  const clientId = await makeClient(world, standing, asker);
  const made = await execute(world.house, openHousehold, makerOf(world, standing), { clientId });
  await closeFile(world, standing, asker, clientId);
  return made;
}

const child = { birth: { calendar: 'gregory' as const, age: 9 } };

/** Who belongs together and who speaks for a child. */
export const householdScenes: Record<string, Scene> = {
  'guardian.end': async (world, asker, standing) => {
    const childId = await makeClient(world, standing, asker, child);
    const { guardianshipId } = await execute(world.house, setGuardian, makerOf(world, standing), {
      childId,
      name: 'An aunt',
      relation: 'relative',
      assent: true,
    });
    await closeFile(world, standing, asker, childId);
    return { guardianshipId, because: 'not_guardian' };
  },
  'guardian.of-age': () => ({}),
  'guardian.set': async (world, asker, standing) => {
    const childId = await makeClient(world, standing, asker, child);
    await closeFile(world, standing, asker, childId);
    return { childId, name: 'An aunt', relation: 'relative', assent: true };
  },
  'household.add-member': async (world, asker, standing) => {
    const head = await makeClient(world, standing === 'other-centre' ? standing : 'centre', asker);
    const by = makerOf(world, standing);
    const { householdId } = await execute(world.house, openHousehold, by, { clientId: head });
    return { householdId, clientId: await makeClosedClient(world, standing, asker), relation: 'other' };
  },
  'household.change-relation': async (world, asker, standing) => ({
    memberId: (await householdOfOne(world, asker, standing)).memberId,
    relation: 'other',
  }),
  'household.close': async (world, asker, standing) => ({
    householdId: (await householdOfOne(world, asker, standing)).householdId,
  }),
  'household.of': async (world, asker, standing) => ({
    clientId: await makeClosedClient(world, standing, asker),
  }),
  'household.open': async (world, asker, standing) => ({
    clientId: await makeClosedClient(world, standing, asker),
  }),
  'household.remove-member': async (world, asker, standing) => ({
    memberId: (await householdOfOne(world, asker, standing)).memberId,
  }),
};
