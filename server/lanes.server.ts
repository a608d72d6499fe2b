import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises';
import type { Actor } from '#platform/actor.ts';
import { createLane, type Lane } from './lane.server.ts';

export interface Lanes {
  /** Looking up who a session token belongs to, where it was good a moment ago. */
  recognise: Lane;
  /** Looking up tokens not seen before: made-up ones come here, and only here. */
  unseenTokens: Lane;
  staff: Lane;
  /** Programs with a token: however busy they are, people at the desk do not stand behind them. */
  programs: Lane;
  /** Making pages for people without a session. */
  public: Lane;
  /** What people without a session send: questions, answers to forms. */
  publicForms: Lane;
  /** The pages in front of the workspace: a flood of the public pages does not keep a colleague from signing in. */
  doors: Lane;
  /** Passphrases are slow to check on purpose; few at a time. */
  signIn: Lane;
}

export function createLanes(): Lanes {
  const recognise = createLane({ atOnce: 16, waiting: 256, patience: 4_000 });
  const staff = createLane({ atOnce: 32, waiting: 256, patience: 10_000 });
  const giveWay = giveWayTo([recognise, staff]);
  return {
    recognise,
    unseenTokens: createLane({ atOnce: 8, waiting: 96, patience: 4_000 }),
    staff,
    programs: createLane({ atOnce: 8, waiting: 64, patience: 10_000, giveWay }),
    // Rendering keeps the one thread busy: more at once would not be quicker, only less fair.
    public: createLane({ atOnce: 4, waiting: 60, patience: 2_000, giveWay }),
    publicForms: createLane({ atOnce: 4, waiting: 60, patience: 5_000 }),
    doors: createLane({ atOnce: 4, waiting: 60, patience: 4_000 }),
    signIn: createLane({ atOnce: 3, waiting: 48, patience: 8_000 }),
  };
}

/** Whether colleagues are at work: then what the public asks for is done in small pieces. */
export const isSomebodyAtWork = ({ recognise, staff }: Lanes): boolean =>
  recognise.idleFor <= atWork || staff.idleFor <= atWork;

const doors = /^\/(staff\/(sign-in|accept|unlock|unlock-house|recover)|setup)(\/|\.|$)/;
const staffHalf = /^\/(staff|setup)(\/|\.|$)/;

/** Only a recognised session opens the staff lane: a path or a made-up cookie does not. */
export function laneFor(lanes: Lanes, method: string, pathname: string, actor: Actor): Lane {
  const isWrite = method !== 'GET' && method !== 'HEAD';
  if (isWrite && doors.test(pathname)) return lanes.signIn;
  if (actor.kind === 'staff') return actor.only === undefined ? lanes.staff : lanes.programs;
  if (isWrite) return lanes.publicForms;
  return staffHalf.test(pathname) ? lanes.doors : lanes.public;
}

/** Milliseconds for which a public page waits for colleagues at most: somebody abroad is waiting for it too. */
const longestWait = 100;
/** Milliseconds after their last request for which colleagues count as at work. */
const atWork = 10_000;

/**
 * All pages are rendered by one thread, a piece of some milliseconds each. Between two public pages whatever has come
 * in is looked at, and while a colleague's page is being made, no public one is begun. A colleague's page is made in a
 * dozen short pieces, with the database in between: when the thread is late, as in a flood, each piece would come
 * late, so public pages hold back the more the later it is.
 */
function giveWayTo(urgent: readonly Lane[]): () => Promise<void> {
  return async () => {
    const asked = performance.now();
    await nextTurn();
    if (urgent.every((lane) => lane.idleFor > atWork)) return;
    const late = performance.now() - asked;
    if (late > 2) await wait(Math.min(4 * late, longestWait));
    const until = performance.now() + longestWait;
    while (urgent.some((lane) => lane.running > 0) && performance.now() < until) await wait(2);
  };
}
