import type { StaffActor } from '#platform/actor.ts';
import { execute } from '#platform/operations/execute.server.ts';
import type { TestHouse } from '#platform/testing/test-house.server.ts';
import type { RegisterArrival } from './arrival.schemas.ts';
import { registerArrival } from './operations/register-arrival.server.ts';

/** Somebody comes through the door. */
export const arrive = (house: TestHouse, actor: StaffActor, given: Partial<RegisterArrival> = {}) =>
  execute(house, registerArrival, actor, { visitReason: 'info', ...given });
