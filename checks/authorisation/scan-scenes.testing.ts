import { startScan } from '#modules/duplicates/operations/start-scan.server.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { makePair } from './records.testing.ts';
import type { Scene } from './scenes.testing.ts';

/** The look through the register for people who may have two files. */
export const scanScenes: Record<string, Scene> = {
  'duplicate.keep-scanned': async (world) => {
    const { scanId } = await execute(world.house, startScan, world.centre.coordinator.actor, {});
    return { scanId, after: null, swept: [] };
  },
  'duplicate.list': () => ({}),
  'duplicate.look-again': () => ({ clientId: crypto.randomUUID() }),
  'duplicate.running-scan': () => ({}),
  'duplicate.start-scan': () => ({}),
  'duplicate.tell-apart': async (world, asker, standing) => {
    const { clientId, otherClientId } = await makePair(world, standing, asker);
    return { pairs: [`${clientId}~${otherClientId}`] };
  },
};
