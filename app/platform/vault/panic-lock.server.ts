import type { House } from '../house.server.ts';
import { Problem } from '../problem.ts';

const resource = 'panic-lock';

/** Says how this house is locked at once: whoever keeps its process gives the way. */
export function offerPanicLock(house: House, lock: () => void): void {
  house.resources.set(resource, lock);
}

/**
 * Locks the house now: the process that holds the keys is killed within moments, in the middle of whatever it does, and a
 * sealed one takes its place. Nothing that this process does afterwards is sure to happen.
 * @throws Problem `house.cannot-lock` (503) where the program runs as one process that nobody keeps
 */
export function requestPanicLock(house: House): void {
  const lock = house.resources.get(resource) as (() => void) | undefined;
  if (!lock) throw new Problem('house.cannot-lock', 503);
  lock();
}
