import { beginJob } from '#modules/staff/index.server.ts';
import type { House } from '#platform/house.server.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { lookThrough } from './operations/look-through.server.ts';

/** The nightly look at one centre, as its job does it. */
export const lookTonight = async (house: House, centreId: string) =>
  execute(house, lookThrough, await beginJob(house, centreId), {});
