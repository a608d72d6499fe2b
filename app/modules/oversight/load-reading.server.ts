import { sql, type Transaction } from 'kysely';
import type { CentreTables } from '#modules/centres/index.server.ts';
import type { StaffTables } from '#modules/staff/index.server.ts';
import type { AnyTables } from '#platform/database/databases.server.ts';
import { addDays, dayBounds } from '#platform/language/local-day.ts';
import { habitOf, type Look, type OpenSpan, type Usual } from './unusual-reading.ts';

/** Acts that show one person's file or a search for people; the rest of the record is no reading of people. */
const notReading = sql`action not like 'audit.%' and action not like 'break-glass.%' and action not in ('client.who-looked')`;

interface LookRow {
  seq: number;
  at: Date;
  actor_id: string;
  roles: string[];
  action: string;
  client_id: string | null;
  purpose: string | null;
}

/**
 * Everybody's looks between two instants, in order of time. Programs are left out: what they fetch is their scope's matter.
 * @param readers only theirs, where given
 */
export async function loadLooks(
  tx: Transaction<AnyTables>,
  span: { start: Date; end: Date },
  readers?: readonly string[],
): Promise<Look[]> {
  const { rows } = await sql<LookRow>`
    select seq, at, actor_id, roles, action, client_id, purpose from audit_event
    where centre_id = (select session_centre()) and actor_kind = 'staff' and actor_id is not null
      and at >= ${span.start} and at < ${span.end}
      and (${readers ?? null}::uuid[] is null or actor_id = any (${readers ?? null}::uuid[]))
      and ((result = 'viewed' and ${notReading} and (client_id is not null or action = 'client.find'))
        or (result = 'done' and action = 'break-glass.open'))
      and actor_id in (select id from staff_member where status <> 'program')
    order by at, seq`.execute(tx);
  return rows.map((row) => ({
    seq: row.seq,
    at: row.at.getTime(),
    staffId: row.actor_id,
    roles: row.roles,
    action: row.action,
    linked: row.purpose !== 'not-linked',
    emergency: row.purpose === 'break-glass',
    ...(row.client_id && { clientId: row.client_id }),
  }));
}

const habitDays = 30;

/** What each of these readers did on busy days of the last month. */
export async function loadUsual(
  tx: Transaction<AnyTables>,
  day: string,
  timeZone: string,
  readers: readonly string[],
): Promise<Map<string, Usual>> {
  const span = {
    start: dayBounds(addDays(day, -habitDays), timeZone).start,
    end: dayBounds(day, timeZone).start,
  };
  const looks = await loadLooks(tx, span, readers);
  const usual = new Map<string, Usual>();
  for (const [staffId, own] of Map.groupBy(looks, (look) => look.staffId)) {
    const days = [
      ...Map.groupBy(own, (look) => Math.floor((look.at - span.start.getTime()) / 86_400_000)).values(),
    ];
    const habits = days.map(habitOf);
    usual.set(staffId, {
      filesAnHour: habits.map(({ files }) => files),
      searchesAnHour: habits.map(({ searches }) => searches),
      unlinkedADay: habits.map(({ unlinked }) => unlinked),
    });
  }
  return usual;
}

/** When each reader's own site is open; those whose site has no hours are left out. */
export async function loadOpenHours(
  tx: Transaction<StaffTables & CentreTables>,
): Promise<Map<string, OpenSpan[]>> {
  const rows = await tx
    .selectFrom('staff_member')
    .innerJoin('site', 'site.id', 'staff_member.site_id')
    .select(['staff_member.id', 'site.hours'])
    .where('staff_member.status', '=', 'active')
    .execute();
  return new Map(
    rows.flatMap(({ id, hours }) => {
      const spans = hours.map(({ day, from, to }) => ({
        day,
        from: minutesOf(from),
        to: minutesOf(to),
      }));
      return spans.length > 0 ? [[id, spans] as const] : [];
    }),
  );
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** Who wrote something for whom in the week that ends with this day: `staff/client`. */
export async function loadServed(
  tx: Transaction<AnyTables>,
  span: { start: Date; end: Date },
): Promise<Set<string>> {
  const { rows } = await sql<{ actor_id: string; client_id: string }>`
    select distinct actor_id, client_id from audit_event
    where centre_id = (select session_centre()) and result = 'done' and client_id is not null and actor_id is not null
      and action not like 'break-glass.%' and at >= ${span.start} and at < ${span.end}`.execute(tx);
  return new Set(rows.map(({ actor_id, client_id }) => `${actor_id}/${client_id}`));
}
