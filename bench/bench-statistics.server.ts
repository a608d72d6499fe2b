import { sql } from 'kysely';
import type pg from 'pg';
import { openDemoCentre } from '#app/demo/open-demo-centre.server.ts';
import { resolveActor } from '#modules/staff/index.server.ts';
import { compareStatistics } from '#modules/statistics/queries/compare-statistics.query.server.ts';
import { viewStatistics } from '#modules/statistics/queries/view-statistics.query.server.ts';
import { linesOf, recount } from '#modules/statistics/recount.testing.ts';
import { periodBefore, periodOf } from '#modules/statistics/index.server.ts';
import { countDays } from '#modules/statistics/statistics.tables.server.ts';
import type { StaffActor } from '#platform/actor.ts';
import { addDays } from '#platform/language/local-day.ts';
import { read } from '#platform/operations/read.server.ts';
import { loadWeb } from '#server/cli/load-web.ts';
import { type Figure, figure, median, quantile } from './bench-figure.ts';
import { openBenchHouse, withoutWaiting } from './bench-house.server.ts';
import type { BenchPart, StepGiven } from './bench-part.ts';
import { signInAs } from './bench-session.server.ts';

/**
 * The statistics of a month at 1,000,000 contacts of three years: how long, and whether every number equals a recount row
 * by row. Told beside what the database needs to count the month's contacts once, by one column.
 */
export const statisticsPart: BenchPart = { name: 'statistics', steps: [fill, measure] };

const today = () => new Date().toISOString().slice(0, 10);
const days = 1095;

async function fill({ dir, small, say }: StepGiven): Promise<Figure[]> {
  const { house, admin, keysAdmin, close } = await openBenchHouse(dir);
  const centre = await openDemoCentre(house, 'bench-centre', addDays(today(), -days - 2));
  const actor = centre.staff.get('counsellor1') as StaffActor;
  const size = small ? { people: 2_000, contacts: 10_000 } : { people: 200_000, contacts: 1_000_000 };
  await withoutWaiting([admin, keysAdmin], () =>
    fillLedger(admin, actor, centre.siteIds, [...centre.staff.values()], size, say),
  );
  await centre.close();
  await close();
  return [];
}

/**
 * Rows as the operations leave them, without what nobody counts (names, notes, audit). Two in three contacts are with
 * somebody on file, one in twelve of those with two people; one in fifty is a group.
 */
async function fillLedger(
  admin: pg.Pool,
  actor: StaffActor,
  siteIds: readonly string[],
  staff: readonly StaffActor[],
  size: { people: number; contacts: number },
  say: (text: string) => void,
): Promise<void> {
  const client = await admin.connect();
  const one = (list: readonly string[], random: string) =>
    `(array[${list.map((each) => `'${each}'`).join(', ')}])[1 + floor(power(${random}, 1.7) * ${list.length})::int]`;
  const facts = `${one(['male', 'female', 'unknown'], 'r1')} as sex,
    ${one(['25_34', '18_24', '35_44', '45_59', '15_17', '60_plus', 'unknown'], 'r2')} as age_band,
    ${one(['intending', 'potential', 'returned', 'at_destination', 'family_of_migrant'], 'r3')} as stage,
    ${one(['AF', 'PK', 'BD', 'IR', 'NP'], 'r4')} as nationality,
    nullif('District ' || floor(power(r5, 1.5) * 40), 'District 3') as district`;
  const randoms = Array.from({ length: 9 }, (_, at) => `random() as r${at + 1}`).join(', ');
  try {
    await client.query(
      `begin; set local session_replication_role = replica; set local search_path = serai; select setseed(0.5)`,
    );
    await client.query(
      `insert into client (id, centre_id, site_id, file_no, sex, age_band, stage, nationalities, origin_admin1, languages,
         registered_on, registered_by, recorded_at, updated_by, updated_at)
       select gen_random_uuid(), $1, $2, 'B-' || n, sex, age_band, stage, array[nationality], district, '{prs}',
         $3::date, $4, now(), $4, now()
       from (select n, ${facts} from (select n, ${randoms} from generate_series(1, $5::int) n) r) f`,
      [actor.centre.id, siteIds[0], addDays(today(), -days), actor.staffId, size.people],
    );
    say(`${size.people} people`);
    await client.query(
      `create temporary table person on commit drop as select row_number() over () as n, id, sex, age_band, stage, nationalities[1] as nationality, origin_admin1 as district from client where file_no like 'B-%'`,
    );
    await client.query('create unique index on person (n); analyze person');
    await client.query(
      `create temporary table talk on commit drop as
       select gen_random_uuid() as id, n, ($1::date + (n::bigint * ${days} / $2)::int) as day, ${facts},
         case when r6 < 0.02 then 'head_count' when r6 < 0.35 then 'anonymous' else 'client' end as who,
         1 + floor(power(r7, 1.5) * $3)::int as person, r8, r9
       from (select n, ${randoms} from generate_series(1, $2::int) n) r`,
      [addDays(today(), -days + 1), size.contacts, size.people],
    );
    await client.query(
      `insert into contact (id, centre_id, site_id, who, client_id, channel, channel_group, occurred_on, started_at, minutes, language,
         topics, corridor_from, corridor_to, result, stay_option_explained, sex, age_band, stage, nationality, district, people,
         counsellor_id, recorded_by, recorded_at)
       select t.id, $1, ($2::uuid[])[1 + t.n % cardinality($2::uuid[])], t.who, case when t.who = 'client' then p.id end,
         ${one(['in_person_centre', 'hotline_inbound', 'whatsapp', 'home_visit'], 't.r8')},
         ${one(['in_person', 'telephone', 'online', 'outreach'], 't.r8')},
         t.day, t.day + interval '9 hours', 5 + t.n % 60, ${one(['prs', 'ps', 'ur', 'ar', 'bn', 'en'], 't.r9')},
         array[${one(['visa_procedure', 'housing', 'unpaid_wages', 'stress', 'passport_withheld', 'recruitment_fees'], 't.r9')}],
         case when t.r8 < 0.7 then 'AF' end, case when t.r8 < 0.7 then ${one(['IR', 'AE', 'SA', 'QA', 'TR', 'DE'], 't.r9')} end,
         'information_given', true,
         case when t.who = 'client' then p.sex else t.sex end, case when t.who = 'client' then p.age_band else t.age_band end,
         case when t.who = 'client' then p.stage else t.stage end,
         case when t.who = 'client' then p.nationality else t.nationality end,
         case when t.who = 'client' then p.district else t.district end,
         case when t.who = 'head_count' then 5 + t.n % 40 else 1 end,
         ($3::uuid[])[1 + t.n % cardinality($3::uuid[])], ($3::uuid[])[1], t.day + interval '10 hours'
       from talk t join person p on p.n = t.person order by t.n`,
      [actor.centre.id, siteIds, staff.map(({ staffId }) => staffId)],
    );
    say(`${size.contacts} contacts`);
    await client.query(
      `insert into contact_client (contact_id, client_id, centre_id, occurred_on, sex, age_band, stage, nationality, district)
       select t.id, p.id, $1, t.day, p.sex, p.age_band, p.stage, p.nationality, p.district
       from talk t
       cross join lateral (select t.person as n union select 1 + t.person % $2 where t.n % 12 = 0) w
       join person p on p.n = w.n
       where t.who = 'client' order by t.n`,
      [actor.centre.id, size.people],
    );
    await client.query(
      `update contact_client w set first_time = true from (
         select distinct on (client_id) client_id, contact_id from contact_client order by client_id, occurred_on, contact_id) f
       where f.client_id = w.client_id and f.contact_id = w.contact_id`,
    );
    await client.query('commit');
    await client.query('vacuum analyze');
  } finally {
    client.release();
  }
}

async function measure({ dir, small, say }: StepGiven): Promise<Figure[]> {
  const { house, admin, close } = await openBenchHouse(dir);
  const token = await signInAs(house, 'coordinator');
  const actor = (await resolveActor(house, token)) as StaffActor;
  const cookie = `serai=${token}`;
  const app = (await loadWeb()).createApp(house);
  const week = { weekStart: 1 };
  const months: { firstDay: string; nextDay: string }[] = [];
  let month = periodBefore(periodOf('month', today(), 'gregory', week), week);
  for (let at = 0; at < 30; at += 1) {
    months.push(month);
    month = periodBefore(month, week);
  }
  const monthAt = (at: number) => months[at % months.length] as (typeof months)[number];
  const rounds = small ? 30 : 120;

  const time = async (work: (at: number) => Promise<unknown>, most = rounds) => {
    const times: number[] = [];
    // The first few warm up what a running house has warm.
    for (let at = 0; at < most + 10; at += 1) {
      const start = performance.now();
      await work(at);
      if (at >= 10) times.push(performance.now() - start);
    }
    return times;
  };
  const numbers = await time(async (at) => {
    const asked = { kind: 'month', day: monthAt(at).firstDay } as const;
    await Promise.all([
      read(house, viewStatistics, actor, asked),
      read(house, compareStatistics, actor, asked),
    ]);
  });
  const pages = await time(async (at) => {
    const answer = await app.fetch(
      new Request(`http://localhost/staff/statistics?kind=month&day=${monthAt(at).firstDay}`, {
        headers: { cookie, accept: 'text/html' },
      }),
    );
    await answer.text();
    if (answer.status !== 200) throw new Error(`the page answered ${answer.status}`);
  });
  const plain = await time(async (at) =>
    admin.query(
      `select main_topic, count(*) from contact where centre_id = $1 and occurred_on >= $2 and occurred_on < $3 and voided_at is null group by 1`,
      [actor.centre.id, monthAt(at).firstDay, monthAt(at).nextDay],
    ),
  );
  const years = await time(
    (at) => read(house, viewStatistics, actor, { kind: 'year', day: addDays(today(), -400 - at) }),
    10,
  );

  let different = 0;
  let compared = 0;
  for (const { firstDay, nextDay } of months.slice(0, small ? 2 : 4)) {
    const slow = linesOf(await recount(admin, actor.centre.id, firstDay, nextDay));
    const { rows } = await house.databases.reader.transaction().execute(async (tx) => {
      await sql`select set_config('serai.session', ${actor.sessionToken}, true)`.execute(tx);
      return countDays({ firstDay, nextDay }, { site: null, own: false }, true).execute(tx);
    });
    const quick = new Set(linesOf(rows));
    compared += slow.length;
    different += slow.filter((line) => !quick.has(line)).length + Math.abs(quick.size - slow.length);
    say(`${firstDay}: ${slow.length} numbers, ${different} different so far`);
  }
  await close();
  return [
    figure({
      name: 'statistics of a month at 1,000,000 contacts, p95',
      value: quantile(numbers, 0.95),
      unit: 'ms',
      aim: 300,
      limit: quantile(plain, 0.95),
      note: `half within ${median(numbers).toFixed(0)} ms; limit: one plain count of the month by topic`,
    }),
    figure({
      name: 'page of that month, p95',
      value: quantile(pages, 0.95),
      unit: 'ms',
      aim: 300,
      note: `half within ${median(pages).toFixed(0)} ms`,
    }),
    figure({
      name: 'statistics of a year, p95',
      value: quantile(years, 0.95),
      unit: 'ms',
      note: 'a third of the ledger',
    }),
    figure({
      name: 'numbers of a month unlike a recount row by row',
      value: different,
      unit: 'numbers',
      aim: 0,
      note: `of ${compared}`,
    }),
  ];
}
