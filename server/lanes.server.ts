import type { Actor } from '#platform/actor.ts';
import { createLane, type Lane } from './lane.server.ts';

export interface Lanes {
  /** Looking up who a session token belongs to, where it was good a moment ago. */
  recognise: Lane;
  /** Looking up tokens not seen before: made-up ones come here, and only here. */
  unseenTokens: Lane;
  staff: Lane;
  public: Lane;
  /** Passphrases are slow to check on purpose; few at a time. */
  signIn: Lane;
}

export function createLanes(): Lanes {
  return {
    recognise: createLane({ atOnce: 16, waiting: 256, patience: 4_000 }),
    unseenTokens: createLane({ atOnce: 8, waiting: 96, patience: 4_000 }),
    staff: createLane({ atOnce: 32, waiting: 256, patience: 10_000 }),
    public: createLane({ atOnce: 12, waiting: 96, patience: 3_000 }),
    signIn: createLane({ atOnce: 3, waiting: 48, patience: 8_000 }),
  };
}

const doors = /^\/(staff\/(sign-in|accept|unlock|recover)|setup)(\/|\.|$)/;

/** Only a recognised session opens the staff lane: a path or a made-up cookie does not. */
export function laneFor(lanes: Lanes, method: string, pathname: string, actor: Actor): Lane {
  if (method !== 'GET' && method !== 'HEAD' && doors.test(pathname)) return lanes.signIn;
  return actor.kind === 'staff' ? lanes.staff : lanes.public;
}
