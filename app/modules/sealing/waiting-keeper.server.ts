import type { House } from '#platform/house.server.ts';
import type { PasskeyProof } from '#modules/staff/index.server.ts';

/** Minutes for which the first of two people is remembered, in memory and nowhere else. */
export const waitingMinutes = 10;

/** What the first of two people proved: a share, and what can be looked at only once there is a key. No passphrase. */
export interface WaitingKeeper {
  staffId: string;
  share: Buffer;
  splitId: string;
  at: Date;
  proof: { code: string } | { passkey: PasskeyProof };
}

const place = 'waiting-keeper';

/** The first of two, unless ten minutes have gone by. */
export function waitingKeeper(house: House): WaitingKeeper | undefined {
  const waiting = house.resources.get(place) as WaitingKeeper | undefined;
  if (!waiting) return undefined;
  if (house.clock.now().getTime() - waiting.at.getTime() <= waitingMinutes * 60_000) return waiting;
  forgetKeeper(house);
  return undefined;
}

/** Remembers the first of two. Nothing is left of it after ten minutes, even when nobody asks. */
export function rememberKeeper(house: House, keeper: WaitingKeeper): void {
  forgetKeeper(house);
  house.resources.set(place, keeper);
  const timer = setTimeout(() => {
    if (house.resources.get(place) === keeper) forgetKeeper(house);
  }, waitingMinutes * 60_000);
  timer.unref();
  house.onClose(() => {
    clearTimeout(timer);
    keeper.share.fill(0);
  });
}

export function forgetKeeper(house: House): void {
  const waiting = house.resources.get(place) as WaitingKeeper | undefined;
  waiting?.share.fill(0);
  house.resources.delete(place);
}
