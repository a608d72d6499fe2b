import type { Actor } from '#platform/actor.ts';
import { Problem } from '#platform/problem.ts';
import { isSteppedUp } from './staff.ts';

/**
 * For acts that a borrowed screen must not be enough for: role changes, resets, exports, keys.
 * @throws Problem `step-up.required` (428) when the second factor was not proven in the last ten minutes
 */
export function requireStepUp(actor: Actor, now: Date): void {
  if (actor.kind === 'staff' && !isSteppedUp(actor.steppedUpAt, now))
    throw new Problem('step-up.required', 428);
}
