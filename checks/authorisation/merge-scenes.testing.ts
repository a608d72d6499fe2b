import { type Actor, isStaff, seesPeople, type StaffActor } from '#platform/actor.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { restrictClient } from '#modules/clients/operations/restrict-client.server.ts';
import { lookAtPair, mergeTestFiles } from '#modules/duplicates/duplicates.testing.ts';
import { proposeMerge } from '#modules/duplicates/operations/propose-merge.server.ts';
import type { Standing } from './expected-answers.ts';
import { makePair } from './records.testing.ts';
import type { Scene } from './scenes.testing.ts';
import type { World } from './world.testing.ts';

/** Two files that may be one person's, and two colleagues who may open both. */
async function makeMergePair(world: World, standing: Standing, asker: Actor) {
  const { house, maker, keeper, stranger } = world;
  const closed = standing === 'restricted' || standing === 'reader';
  const pair = await makePair(world, closed ? 'centre' : standing, asker);
  if (closed) {
    const readers = [keeper.staffId];
    if (standing === 'reader' && isStaff(asker) && seesPeople(asker)) readers.push(asker.staffId);
    await execute(house, restrictClient, maker, { clientId: pair.clientId, readers, reason: 'for the test' });
  }
  const hands: [StaffActor, StaffActor] =
    standing === 'other-centre' ? [stranger, stranger] : [maker, keeper];
  return { ...pair, hands };
}

const seen: Scene = async (world, asker, standing) => {
  const { clientId, otherClientId, hands } = await makeMergePair(world, standing, asker);
  return { ...(await lookAtPair(world.house, hands[0], clientId, otherClientId)) };
};

const proposed: Scene = async (world, asker, standing) => {
  const input = await seen(world, asker, standing);
  const by = standing === 'other-centre' ? world.stranger : world.maker;
  const { mergeId } = await execute(world.house, proposeMerge, by, input);
  return { mergeId };
};

const merged: Scene = async (world, asker, standing) => {
  // The other centre has one member of staff, who can only propose: what is refused is out of reach all the same.
  if (standing === 'other-centre') return proposed(world, asker, standing);
  const { clientId, otherClientId, hands } = await makeMergePair(world, standing, asker);
  return { mergeId: await mergeTestFiles(world.house, hands, clientId, otherClientId) };
};

/** Two files that become one, and are put apart again. */
export const mergeScenes: Record<string, Scene> = {
  'duplicate.compare': async (world, asker, standing) => {
    const { clientId, otherClientId } = await makePair(world, standing, asker);
    return { clientId, otherClientId };
  },
  'duplicate.confirm-merge': async (world, asker, standing) => ({
    ...(await proposed(world, asker, standing)),
    survivorVersion: 1,
    mergedVersion: 1,
  }),
  'duplicate.decline-merge': proposed,
  'duplicate.forget-merges': () => ({}),
  'duplicate.merge': seen,
  'duplicate.merged': () => ({}),
  'duplicate.propose-merge': seen,
  'duplicate.proposals': () => ({}),
  'duplicate.review-merge': merged,
  'duplicate.undo-merge': merged,
};
