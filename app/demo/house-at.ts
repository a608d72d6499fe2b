import type { House } from '#platform/house.server.ts';

/** The same house on another day: everything in it is shared but the clock, so that many moments can be told at once. */
export const houseAt = (house: House, moment: Date | number): House => ({
  ...house,
  clock: { now: () => new Date(moment) },
});
