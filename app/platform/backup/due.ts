const hour = 3_600_000;
const day = 24 * hour;

export interface CopyState {
  /** Of the day, in UTC. */
  hour: number;
  copyWanted: Date | null;
  lastCopy: Date | null;
  lastCopyTried: Date | null;
}

/** After a failure it is tried again within the hour. */
const patience = hour;

/**
 * Is a whole copy due? At the hour of the plan each day; at once when there is none yet, when the last is older than a
 * day (the computer was off at that hour), or when somebody asks.
 */
export function isCopyDue(state: CopyState, now: Date): boolean {
  const { lastCopy, lastCopyTried, copyWanted } = state;
  if (copyWanted && (!lastCopyTried || copyWanted > lastCopyTried)) return true;
  if (lastCopyTried && now.getTime() - lastCopyTried.getTime() < patience) return false;
  if (!lastCopy) return true;
  return lastCopy < lastTimeAt(state.hour, now) || now.getTime() - lastCopy.getTime() > day;
}

export interface DrillState {
  drillWanted: Date | null;
  lastCopy: Date | null;
  lastDrill: Date | null;
  lastDrillTried: Date | null;
}

/** The newest copy is brought back once a week; a failed trial is made again the next day, and when somebody asks. */
export function isDrillDue(state: DrillState, now: Date): boolean {
  const { lastCopy, lastDrill, lastDrillTried, drillWanted } = state;
  if (!lastCopy) return false;
  if (drillWanted && (!lastDrillTried || drillWanted > lastDrillTried)) return true;
  if (lastDrillTried && now.getTime() - lastDrillTried.getTime() < day - hour) return false;
  return !lastDrill || now.getTime() - lastDrill.getTime() > 7 * day - hour;
}

/** After so many days without a proof the sign is red. */
export const provenForDays = 8;

/** Whole days since a moment. */
export const daysSince = (moment: Date, now: Date): number =>
  Math.floor((now.getTime() - moment.getTime()) / day);

function lastTimeAt(ofDay: number, now: Date): Date {
  const at = new Date(now);
  at.setUTCHours(ofDay, 0, 0, 0);
  return at > now ? new Date(at.getTime() - day) : at;
}
