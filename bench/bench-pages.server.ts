import type pg from 'pg';
import { openDemoCentre, reopenDemoCentre } from '#app/demo/open-demo-centre.server.ts';
import { seedToday } from '#app/demo/seed-today.server.ts';
import { peopleIndex } from '#modules/clients/people-index.server.ts';
import { addDays } from '#platform/language/local-day.ts';
import { loadWeb } from '#server/cli/load-web.ts';
import { type Figure, figure, median, quantile } from './bench-figure.ts';
import { openBenchHouse, withoutWaiting } from './bench-house.server.ts';
import type { BenchPart, StepGiven } from './bench-part.ts';
import { signInAs } from './bench-session.server.ts';
import { bulkLoad } from './bulk-load.server.ts';

/** Pages of the workspace in a register of 100,000 people and 1,000,000 contacts, asked through the whole server. */
export const pagesPart: BenchPart = { name: 'pages', steps: [fill, measure] };

const today = () => new Date().toISOString().slice(0, 10);

async function fill({ dir, small, say }: StepGiven): Promise<Figure[]> {
  const { house, admin, keysAdmin, close } = await openBenchHouse(dir);
  const centre = await openDemoCentre(house, 'bench-centre', addDays(today(), -550));
  const size = small ? { people: 1_000, contacts: 10_000 } : { people: 100_000, contacts: 1_000_000 };
  await withoutWaiting([admin, keysAdmin], async () => {
    await bulkLoad({ house, admin, centre, size: { ...size, complete: true }, onProgress: say });
    await addFollowUps(admin);
  });
  await peopleIndex(house).ready;
  await seedToday(house, 'bench-today', centre, 3_000);
  await centre.close();
  await close();
  return [];
}

/** Open follow-ups as a busy centre has them: some thousands, a few hundred overdue or due today. */
async function addFollowUps(admin: pg.Pool): Promise<void> {
  await admin.query(`
    insert into follow_up (id, centre_id, client_id, restricted, contact_id, due_on, way, assigned_to, created_by, created_at)
    select gen_random_uuid(), c.centre_id, c.client_id, false, c.id, current_date - 3 + (row_number() over ())::int % 60, 'phone', c.counsellor_id, c.counsellor_id, c.recorded_at
    from (select * from contact where client_id is not null order by recorded_at desc limit 4000) c`);
  await admin.query('vacuum analyze follow_up');
}

async function measure({ dir, small, say }: StepGiven): Promise<Figure[]> {
  const { house, admin, close } = await openBenchHouse(dir);
  await peopleIndex(house).ready;
  const centre = await reopenDemoCentre(house);
  await centre?.close();
  const cookie = `serai=${await signInAs(house, 'coordinator')}`;
  const app = (await loadWeb()).createApp(house);
  const { rows: people } = await admin.query<{ id: string; contact: string }>(
    `select c.id, (select k.id from contact k where k.client_id = c.id limit 1) as contact from client c where last_contact_on is not null order by md5(id::text) limit 200`,
  );
  const person = (at: number) => people[at % people.length] ?? { id: '', contact: '' };
  const pages: [string, (at: number) => string][] = [
    ['desk page', () => '/staff'],
    ['person page', (at) => `/staff/people/${person(at).id}`],
    [
      'list of people',
      (at) => ['/staff/people', '/staff/people?show=served', '/staff/people?show=mine'][at % 3] ?? '',
    ],
    [
      'search page',
      (at) =>
        `/staff/people?q=${encodeURIComponent(['Ahmadi', 'Fatima', 'خان', 'Usman Kh', '0399 00012'][at % 5] ?? '')}`,
    ],
    ['list of contacts', () => '/staff/contacts'],
    ['contact page', (at) => `/staff/contacts/${person(at).contact}`],
    ['follow-ups', () => '/staff/follow-ups'],
    ['statistics of today and this month', () => '/staff/statistics'],
  ];
  const ask = async (path: string) => {
    const start = performance.now();
    const answer = await app.fetch(
      new Request(`http://localhost${path}`, { headers: { cookie, accept: 'text/html' } }),
    );
    const body = await answer.text();
    return { ms: performance.now() - start, status: answer.status, bytes: body.length };
  };
  const figures: Figure[] = [];
  for (const [name, pathOf] of pages) {
    const times: number[] = [];
    const statuses = new Set<number>();
    for (let at = 0; at < 15; at += 1) await ask(pathOf(at));
    for (let at = 0; at < (small ? 30 : 150); at += 1) {
      const { ms, status } = await ask(pathOf(at));
      times.push(ms);
      statuses.add(status);
    }
    const odd = [...statuses].filter((status) => status !== 200);
    if (odd.length > 0) say(`${name}: answered ${odd.join(', ')}`);
    figures.push(
      figure({
        name: `${name}, p95`,
        value: quantile(times, 0.95),
        unit: 'ms',
        ...(odd.length === 0 && { aim: 80 }),
        note:
          odd.length > 0
            ? `not measured: answered ${odd.join(', ')}`
            : `half within ${median(times).toFixed(1)} ms`,
      }),
    );
  }
  await close();
  return figures;
}
