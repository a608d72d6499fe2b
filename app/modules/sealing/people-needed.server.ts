import type { House } from '#platform/house.server.ts';
import { readUnlockMode } from '#platform/vault/unlock-mode.server.ts';

/** How many people open this house; readable while it is sealed. */
export const peopleNeeded = (house: House): 1 | 2 => readUnlockMode(house.config.dataDir).people;
