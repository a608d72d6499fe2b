/** Why a reviewer is asked to look; the words stand under `oversight:flag.<kind>`. */
export const flagKinds = [
  'sweep',
  'searches',
  'not-linked',
  'own-family',
  'after-hours',
  'break-glass-chain',
  'restricted-again',
] as const;
export type FlagKind = (typeof flagKinds)[number];
export type FlagState = 'open' | 'explained' | 'follow_up';

/** One look at personal data, as the record of who did what has it. */
export interface Look {
  seq: number;
  /** Milliseconds since 1970. */
  at: number;
  staffId: string;
  roles: readonly string[];
  action: string;
  /** The person whose file was opened; undefined for searches and lists. */
  clientId?: string;
  linked: boolean;
  /** Under an emergency access, which has a review of its own. */
  emergency?: boolean;
  /** The file is restricted. */
  restricted?: boolean;
  /** The reader's family name is like the person's, and few in this register have it. */
  sameFamily?: boolean;
}

/** An opening of the day in local minutes since midnight; `day` as 0 Sunday … 6 Saturday. */
export interface OpenSpan {
  day: number;
  from: number;
  to: number;
}

export interface ReadingLimits {
  /** Files in one hour from which on it is a sweep, whatever is usual. */
  sweepFiles: number;
  /** Files in one day without a link to the person. */
  unlinkedFiles: number;
  /** Minutes before opening and after closing that are still work. */
  hoursSlack: number;
  /** Looks at one restricted person in a week without any service. */
  restrictedLooks: number;
}

export interface ReadingDay {
  /** The centre's own day. */
  day: string;
  /** Everybody's looks of the day, in order. */
  looks: readonly Look[];
  /** By reader: the most files in an hour, searches in an hour and unlinked files in a day, of each earlier day at work. */
  usual: ReadonlyMap<string, Usual>;
  /** By reader: when their site is open on this weekday; undefined where no hours are known. */
  open: ReadonlyMap<string, readonly OpenSpan[]>;
  /** Weekday of the day, 0 Sunday … 6 Saturday, and the local minute of an instant. */
  weekday: number;
  minuteOf(at: number): number;
  /** Emergency accesses of the last seven days, this day included. */
  emergencies: readonly { staffId: string; at: number }[];
  /** Looks of the six days before at restricted people. */
  earlierRestricted: readonly { staffId: string; clientId: string }[];
  /** Who served whom in these seven days: `staff/client`. */
  served: ReadonlySet<string>;
  limits: ReadingLimits;
}

export interface Usual {
  filesAnHour: readonly number[];
  searchesAnHour: readonly number[];
  unlinkedADay: readonly number[];
}

export interface Flag {
  kind: FlagKind;
  staffId: string;
  day: string;
  count: number;
  /** What is usual with this reader, where the rule measures by it. */
  usual?: number;
  clientId?: string;
  looks: readonly Look[];
}

const hour = 3_600_000;
/** Days at work that must be known before a habit counts for more than the limit. */
const knownDays = 5;
/** How much above one's own usual is unusual. */
const wayAbove = 2;
/** Searches are made more often than files are opened. */
const searchesPerFile = 3;
/** Who answers calls on a shift works when others sleep. */
const shiftRoles = ['hotline_operator'];
/** Emergency accesses of one person in a week. */
const chainLength = 2;

/**
 * What of one day's reading a reviewer should ask about. Every rule measures by what is ordinary: a limit of the centre, and
 * where it is higher, twice what the reader does on a busy day. At most one flag of a kind for a reader, a day and a matter.
 */
export function unusualReading(day: ReadingDay): Flag[] {
  const flags: Flag[] = [];
  for (const [staffId, looks] of Map.groupBy(day.looks, (look) => look.staffId)) {
    const usual = day.usual.get(staffId);
    const files = looks.filter((look) => look.clientId !== undefined);
    const searches = looks.filter((look) => look.clientId === undefined);
    const of = (kind: FlagKind, found: readonly Look[], more: Partial<Flag> = {}): Flag => ({
      kind,
      staffId,
      day: day.day,
      count: found.length,
      looks: found,
      ...more,
    });
    const sweep = busiestHour(files, (look) => look.clientId ?? '');
    const busyFiles = busyDay(usual?.filesAnHour);
    if (sweep.size > Math.max(day.limits.sweepFiles, wayAbove * busyFiles))
      flags.push(of('sweep', sweep.looks, { count: sweep.size, usual: busyFiles }));
    const asked = busiestHour(searches, (look) => String(look.seq));
    const busySearches = busyDay(usual?.searchesAnHour);
    if (asked.size > Math.max(day.limits.sweepFiles * searchesPerFile, wayAbove * busySearches))
      flags.push(of('searches', asked.looks, { count: asked.size, usual: busySearches }));
    const unlinked = distinct(files.filter((look) => !look.linked));
    const busyUnlinked = busyDay(usual?.unlinkedADay);
    if (unlinked.length > Math.max(day.limits.unlinkedFiles, wayAbove * busyUnlinked))
      flags.push(of('not-linked', unlinked, { usual: busyUnlinked }));
    // Somebody who serves a namesake is at work; whoever opens a namesake's file without being asked is not.
    const family = Map.groupBy(
      files.filter((look) => look.sameFamily && !look.linked),
      (look) => look.clientId ?? '',
    );
    for (const [clientId, found] of family) flags.push(of('own-family', found, { clientId }));
    const late = files.filter((look) => !look.emergency && isAfterHours(day, look));
    if (late.length > 0) flags.push(of('after-hours', distinct(late)));
    flags.push(...lookedAgain(day, staffId, files, of));
  }
  return [...flags, ...chains(day)];
}

/** The busiest hour of a day, counting each different thing once. Looks are in order of time. */
function busiestHour(
  looks: readonly Look[],
  what: (look: Look) => string,
): { size: number; looks: readonly Look[] } {
  let best: { size: number; looks: readonly Look[] } = { size: 0, looks: [] };
  const counted = new Map<string, number>();
  let from = 0;
  for (const [at, look] of looks.entries()) {
    counted.set(what(look), (counted.get(what(look)) ?? 0) + 1);
    for (let first = looks[from]; first && look.at - first.at >= hour; first = looks[from]) {
      const left = (counted.get(what(first)) ?? 0) - 1;
      if (left > 0) counted.set(what(first), left);
      else counted.delete(what(first));
      from += 1;
    }
    if (counted.size > best.size) best = { size: counted.size, looks: looks.slice(from, at + 1) };
  }
  return best;
}

/** What the reader does on a busy day: the second highest of the days known, so that one earlier sweep is no habit. */
function busyDay(days: readonly number[] | undefined): number {
  if (!days || days.length < knownDays) return 0;
  return days.toSorted((a, b) => b - a)[1] ?? 0;
}

const distinct = (looks: readonly Look[]): Look[] =>
  [...new Map(looks.toReversed().map((look) => [look.clientId, look])).values()].reverse();

function isAfterHours(day: ReadingDay, look: Look): boolean {
  const spans = day.open.get(look.staffId);
  if (!spans || look.roles.some((role) => shiftRoles.includes(role))) return false;
  const minute = day.minuteOf(look.at);
  const { hoursSlack } = day.limits;
  return !spans.some(
    ({ day: weekday, from, to }) =>
      weekday === day.weekday && minute >= from - hoursSlack && minute <= to + hoursSlack,
  );
}

function lookedAgain(
  day: ReadingDay,
  staffId: string,
  files: readonly Look[],
  of: (kind: FlagKind, found: readonly Look[], more: Partial<Flag>) => Flag,
): Flag[] {
  const flags: Flag[] = [];
  const closed = Map.groupBy(
    files.filter((look) => look.restricted),
    (look) => look.clientId ?? '',
  );
  for (const [clientId, found] of closed) {
    if (day.served.has(`${staffId}/${clientId}`)) continue;
    const earlier = day.earlierRestricted.filter(
      (look) => look.staffId === staffId && look.clientId === clientId,
    ).length;
    const count = earlier + found.length;
    if (count > day.limits.restrictedLooks) flags.push(of('restricted-again', found, { clientId, count }));
  }
  return flags;
}

/** Told on the day on which the chain grew. */
function chains(day: ReadingDay): Flag[] {
  const flags: Flag[] = [];
  for (const [staffId, found] of Map.groupBy(day.emergencies, (each) => each.staffId)) {
    const looks = day.looks.filter((look) => look.staffId === staffId && look.action === 'break-glass.open');
    if (found.length >= chainLength && looks.length > 0)
      flags.push({ kind: 'break-glass-chain', staffId, day: day.day, count: found.length, looks });
  }
  return flags;
}

/** Of one day of one reader, what later days are measured by. */
export function habitOf(looks: readonly Look[]): { files: number; searches: number; unlinked: number } {
  return {
    files: busiestHour(
      looks.filter((look) => look.clientId !== undefined),
      (look) => look.clientId ?? '',
    ).size,
    searches: busiestHour(
      looks.filter((look) => look.clientId === undefined),
      (look) => String(look.seq),
    ).size,
    unlinked: distinct(looks.filter((look) => look.clientId !== undefined && !look.linked)).length,
  };
}
