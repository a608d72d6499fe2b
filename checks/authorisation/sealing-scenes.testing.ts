import { randomUUID } from 'node:crypto';
import type { World } from './world.testing.ts';

/** Before anybody signed in: the others' sessions go on. */
const longAgo = '2000-01-01T00:00:00Z';

/** Acts that open and close the house. */
export const sealingScenes = {
  'house.choose-opening': () => ({ mode: 'automatic', people: 1 }),
  'house.lock': () => ({ until: longAgo }),
  'house.open': () => ({ by: 'passphrase', since: longAgo }),
  'house.view-opening': () => ({}),
  // Nobody has waited: who may vouch is seen before anybody is looked for.
  'house.vouch': (world: World) => ({
    staffId: world.maker.staffId,
    secondId: randomUUID(),
    provenAt: longAgo,
    proof: { code: '000000' },
  }),
};
