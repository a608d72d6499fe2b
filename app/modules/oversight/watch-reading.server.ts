import { type Kysely, sql, type Transaction } from 'kysely';
import { type CentreTables, settingOf } from '#modules/centres/index.server.ts';
import { identitiesOfHouse, wallTime } from '#modules/clients/index.server.ts';
import { beginJob, namesOfStaff } from '#modules/staff/index.server.ts';
import type { JobActor } from '#platform/actor.ts';
import type { AnyTables } from '#platform/database/databases.server.ts';
import type { House } from '#platform/house.server.ts';
import { addDays, dayBounds, localDay } from '#platform/language/local-day.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { familyNameOf, isSameFamily } from './family-names.ts';
import { loadLooks, loadOpenHours, loadServed, loadUsual } from './load-reading.server.ts';
import { recordFlags } from './operations/record-flags.server.ts';
import type { OversightTables } from './oversight.tables.server.ts';
import { type Flag, type Look, type ReadingDay, unusualReading } from './unusual-reading.ts';

/** Days looked through at most in one go: after a holiday the house has not been read. */
const daysAtOnce = 14;

/**
 * Looks through what was read in a centre since the last time, day by day, and keeps what a reviewer should ask about.
 * A day is judged as a whole each time, so that what began in the morning is seen in the evening. Running twice adds nothing.
 */
export async function watchReading(house: House, centreId: string): Promise<number> {
  const actor = await beginJob(house, centreId);
  const { flags, head } = await asReader(house, actor, async (tx) => {
    const judged = await daysToJudge(tx, actor.centre.timeZone, house.clock.now());
    const found: Flag[] = [];
    for (const day of judged.days) found.push(...(await judgeDay(house, actor, tx, day)));
    return { flags: found, head: judged.head };
  });
  if (head === undefined) return 0;
  const { added } = await execute(house, recordFlags, actor, {
    head,
    flags: flags.map(({ kind, staffId, day, count, usual, clientId, looks }) => ({
      kind,
      staffId,
      day,
      count,
      usual,
      clientId,
      seqs: looks.slice(0, 100).map(({ seq }) => seq),
      from: new Date(looks[0]?.at ?? 0).toISOString(),
      to: new Date(looks.at(-1)?.at ?? 0).toISOString(),
    })),
  });
  return added;
}

const asReader = <Result>(
  house: House,
  actor: JobActor,
  work: (tx: Transaction<AnyTables>) => Promise<Result>,
): Promise<Result> =>
  house.databases.reader
    .transaction()
    .setAccessMode('read only')
    .execute(async (tx: Transaction<AnyTables>) => {
      await sql`select set_config('serai.session', ${actor.sessionToken}, true)`.execute(tx);
      return work(tx);
    });

/** The local days on which something was added since the last time. `head` is undefined when nothing was. */
async function daysToJudge(tx: Transaction<AnyTables>, timeZone: string, now: Date) {
  const { rows } = await sql<{ since: Date | null; head: number | null }>`
    select min(e.at) as since, max(e.seq) as head from audit_event e
    where e.centre_id = (select session_centre())
      and e.seq > coalesce((select w.seq from reading_watch w where w.centre_id = (select session_centre())), 0)
      and e.actor_kind = 'staff'`.execute(tx);
  const { since, head } = rows[0] ?? {};
  if (!since || !head) return { days: [], head: undefined };
  const last = localDay(now, timeZone);
  const first = [localDay(since, timeZone), addDays(last, -daysAtOnce)].sort().at(-1) ?? last;
  const days: string[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
  return { days, head };
}

async function judgeDay(
  house: House,
  actor: JobActor,
  tx: Transaction<AnyTables>,
  day: string,
): Promise<Flag[]> {
  const { timeZone, settings } = actor.centre;
  const bounds = dayBounds(day, timeZone);
  const looks = await loadLooks(tx, bounds);
  if (looks.length === 0) return [];
  const week = { start: dayBounds(addDays(day, -6), timeZone).start, end: bounds.end };
  const earlier = await loadLooks(tx, { start: week.start, end: bounds.start });
  const closed = await restrictedOf(tx, [...looks, ...earlier]);
  const known: ReadingDay = {
    day,
    looks: await withFamily(house, tx, looks, closed),
    usual: new Map(),
    open: await loadOpenHours(tx),
    weekday: new Date(`${day}T12:00:00Z`).getUTCDay(),
    minuteOf: (at) => localMinute(at, timeZone),
    emergencies: await emergencies(tx, week),
    earlierRestricted: earlier.flatMap(({ staffId, clientId }) =>
      clientId && closed.has(clientId) ? [{ staffId, clientId }] : [],
    ),
    served: await loadServed(tx, week),
    limits: {
      sweepFiles: settingOf(settings, 'oversight.sweep-files'),
      unlinkedFiles: settingOf(settings, 'oversight.unlinked-files'),
      hoursSlack: settingOf(settings, 'oversight.hours-slack'),
      restrictedLooks: settingOf(settings, 'oversight.restricted-looks'),
    },
  };
  const measured = unusualReading(known).filter(({ usual }) => usual !== undefined);
  if (measured.length === 0) return unusualReading(known);
  // A habit is looked up only for those who went beyond a limit at all.
  const usual = await loadUsual(tx, day, timeZone, [...new Set(measured.map(({ staffId }) => staffId))]);
  return unusualReading({ ...known, usual });
}

async function restrictedOf(tx: Transaction<AnyTables>, looks: readonly Look[]): Promise<Set<string>> {
  const people = [...new Set(looks.flatMap(({ clientId }) => clientId ?? []))];
  const { rows } = await sql<{ client_id: string }>`
    select client_id from owners_of_files(${people}::uuid[]) where restricted`.execute(tx);
  return new Set(rows.map(({ client_id }) => client_id));
}

/** Compares family names where somebody without a link looked; the names are opened here and go nowhere. */
async function withFamily(
  house: House,
  tx: Transaction<AnyTables>,
  looks: readonly Look[],
  closed: ReadonlySet<string>,
): Promise<Look[]> {
  const unlinked = looks.filter(({ linked, clientId }) => !linked && clientId);
  const identities = await identitiesOfHouse(
    house,
    unlinked.flatMap(({ clientId }) => clientId ?? []),
  );
  const on = <Other>() => tx as unknown as Transaction<Other>;
  const names = await namesOfStaff(
    { house, on },
    unlinked.map(({ staffId }) => staffId),
  );
  return looks.map((look) => ({
    ...look,
    restricted: closed.has(look.clientId ?? ''),
    sameFamily:
      !look.linked &&
      isSameFamily(
        familyNameOf(names.get(look.staffId) ?? ''),
        identities.get(look.clientId ?? '')?.names ?? [],
      ),
  }));
}

async function emergencies(tx: Transaction<OversightTables>, week: { start: Date; end: Date }) {
  const rows = await tx
    .selectFrom('break_glass')
    .select(['staff_id', 'opened_at'])
    .where('opened_at', '>=', week.start)
    .where('opened_at', '<', week.end)
    .execute();
  return rows.map((row) => ({ staffId: row.staff_id, at: row.opened_at.getTime() }));
}

function localMinute(at: number, timeZone: string): number {
  const { time = '' } = wallTime(new Date(at), timeZone);
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** Every centre of the house. */
export async function watchEveryCentre(house: House): Promise<void> {
  const reader: Kysely<CentreTables> = house.databases.reader;
  for (const { id } of await reader.selectFrom('centre').select('id').execute())
    await watchReading(house, id);
}
