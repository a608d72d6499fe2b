import { setTimeout as wait } from 'node:timers/promises';
import type { House } from '#platform/house.server.ts';
import { isProblem, Problem } from '#platform/problem.ts';
import { paceOf } from './unlock-secret.server.ts';

/** Stretching takes a lot of memory: one at a time, and few wait. */
const mostWaiting = 6;
/** Browsers in which somebody signed in before find a place where strangers have taken all of theirs. */
const mostKnown = 4;

/**
 * Runs an attempt; a refusal is held back to the next whole step. A right passphrase with a wrong code goes a longer way
 * than a wrong passphrase; both end well within one step.
 */
export async function evenly<Result>(house: House, attempt: () => Promise<Result>): Promise<Result> {
  const { step } = paceOf(house);
  const started = performance.now();
  try {
    return await attempt();
  } catch (error) {
    if (isProblem(error) && error.code === 'session.refused') {
      const took = performance.now() - started;
      await wait(Math.ceil(took / step) * step - took);
    }
    throw error;
  }
}

interface Turn {
  last: Promise<unknown>;
  waiting: number;
}

/**
 * One attempt at a time in a house.
 * @param isKnown somebody signed in in this browser before
 * @throws Problem `too-many-requests` (429) when too many wait already
 */
export async function inTurn<Result>(
  house: House,
  isKnown: boolean,
  attempt: () => Promise<Result>,
): Promise<Result> {
  const turn = (house.resources.get('opening-turn') as Turn | undefined) ?? {
    last: Promise.resolve(),
    waiting: 0,
  };
  house.resources.set('opening-turn', turn);
  if (turn.waiting >= mostWaiting + (isKnown ? mostKnown : 0))
    throw new Problem('too-many-requests', 429, { retryAfter: 5 });
  turn.waiting += 1;
  const mine = turn.last.then(attempt, attempt).finally(() => (turn.waiting -= 1));
  turn.last = mine.catch(() => {});
  return mine;
}
