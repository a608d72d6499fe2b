import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { registerTestClient } from '#modules/clients/clients.testing.ts';
import { restrictClient } from '#modules/clients/operations/restrict-client.server.ts';
import { recordTestContact } from '#modules/contacts/contacts.testing.ts';
import { voidContact } from '#modules/contacts/operations/void-contact.server.ts';
import { arrive } from '#modules/front-desk/front-desk.testing.ts';
import {
  addTestStaff,
  openTestCentre,
  type TestCentre,
  type TestStaff,
} from '#modules/staff/staff.testing.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import { composePolicy } from '#platform/policy/policy.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { shown } from '../small-cells.ts';
import { countTables } from '../count-tables.server.ts';
import { tableCodes } from '../tables.ts';
import { compareStatistics } from './compare-statistics.query.server.ts';
import { viewStatistics } from './view-statistics.query.server.ts';

let house: TestHouse;
let centre: TestCentre;
let counsellor: TestStaff;

beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
  counsellor = await addTestStaff(house, centre.coordinator.actor, ['counsellor'], centre.siteIds[0]);
  const mina = centre.coordinator.actor;
  const { actor } = counsellor;
  const family = await Promise.all(
    ['Gul', 'Zar'].map((given) => registerTestClient(house, actor, { names: [{ given, family: 'Family' }] })),
  );
  const hidden = await registerTestClient(house, actor, { names: [{ given: 'Hidden', family: 'Person' }] });
  await execute(house, restrictClient, actor, {
    clientId: hidden.clientId,
    readers: [],
    reason: 'for the test',
  });
  const site = { siteId: centre.siteIds[0] };
  // One conversation with two people, another with one of them, one with the restricted person.
  await recordTestContact(house, actor, {
    clientIds: family.map((each) => each.clientId),
    topics: ['visa_procedure', 'housing'],
  });
  await recordTestContact(house, actor, {
    clientIds: [family[0]?.clientId ?? ''],
    topics: ['housing'],
    channel: 'hotline_inbound',
  });
  await recordTestContact(house, actor, { clientIds: [hidden.clientId], topics: ['passport_withheld'] });
  await recordTestContact(house, mina, { ...site, topics: ['visa_procedure'] });
  await recordTestContact(house, mina, {
    ...site,
    who: 'head_count',
    people: 25,
    topics: ['visa_procedure'],
  });
  await recordTestContact(house, mina, { ...site, occurredOn: '2026-02-07' });
  await recordTestContact(house, mina, { ...site, occurredOn: '2026-02-27' });
  const wrong = await recordTestContact(house, actor, { topics: ['stress'] });
  await execute(house, voidContact, actor, { contactId: wrong.contactId, version: 1, reason: 'typed twice' });
  await arrive(house, mina, { ...site, partySize: 4 });
});
afterAll(() => house?.close());

const rowsOf = (
  answer: {
    tables?: { dimension: string; rows: { code: string; contacts?: unknown; people?: unknown }[] }[];
  },
  dimension: string,
  unit: 'contacts' | 'people',
) =>
  Object.fromEntries(
    (answer.tables?.find((table) => table.dimension === dimension)?.rows ?? [])
      .filter((row) => row[unit] !== undefined)
      .map((row) => [row.code, row[unit]]),
  );

test('receptionists, volunteers, data protection officers and network administrators see no statistics', async () => {
  for (const role of [
    'receptionist',
    'volunteer',
    'data_protection_officer',
    'network_administrator',
  ] as const) {
    const { actor } = await addTestStaff(house, centre.coordinator.actor, [role]);
    await expect(read(house, viewStatistics, actor, {})).rejects.toMatchObject({ code: 'forbidden' });
    await expect(read(house, compareStatistics, actor, {})).rejects.toMatchObject({ code: 'forbidden' });
  }
});

test('a hotline operator sees the own work and not the centre', async () => {
  const { actor } = await addTestStaff(house, centre.coordinator.actor, ['hotline_operator']);
  await expect(read(house, viewStatistics, actor, { whose: 'all' })).rejects.toMatchObject({
    code: 'forbidden',
  });
  expect(await read(house, viewStatistics, actor, {})).toMatchObject({
    own: true,
    mayChooseWhose: false,
    totals: { contacts: shown(0) },
  });
});

test('a period that is none, lies ahead or is longer than 400 days is refused', async () => {
  const mina = centre.coordinator.actor;
  for (const [params, path] of [
    [{ kind: 'month', day: '2026-04-01' }, 'day'],
    [{ kind: 'month', day: '2026-02-30' }, 'day'],
    [{ kind: 'month', day: "2026-03-01'--" }, 'day'],
    [{ kind: 'decade' }, 'kind'],
    [{ kind: 'own' }, 'from'],
    [{ kind: 'own', from: '2026-03-11', to: '2026-03-12' }, 'from'],
    [{ kind: 'own', from: '2025-01-01', to: '2026-02-05' }, 'to'],
    [{ site: 'all' }, 'site'],
  ] as const) {
    await expect(read(house, viewStatistics, mina, params as never)).rejects.toMatchObject({
      code: 'input.invalid',
      fields: [{ path }],
    });
  }
});

test('the month counts contacts and people apart, restricted people included, voided contacts not', async () => {
  const view = await read(house, viewStatistics, centre.coordinator.actor, {});
  expect(view.period).toMatchObject({ kind: 'month', firstDay: '2026-03-01', nextDay: '2026-04-01' });
  expect(view.running).toBe(true);
  expect(view.totals).toEqual({
    contacts: shown(4),
    anonymous: shown(1),
    people: shown(3),
    firstTime: shown(3),
    heads: shown(25),
    groups: shown(1),
    visits: shown(4),
    tickets: shown(1),
  });
  expect(rowsOf(view, 'topic', 'contacts')).toEqual({
    visa_procedure: shown(2),
    housing: shown(1),
    passport_withheld: shown(1),
  });
  expect(rowsOf(view, 'channelGroup', 'contacts')).toEqual({ in_person: shown(3), telephone: shown(1) });
  expect(view.series?.points.map(({ n }) => n)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 4]);
});

test('each person counts once in each division, as at the first contact of the period', async () => {
  const view = await read(house, viewStatistics, centre.coordinator.actor, {});
  for (const { dimension } of view.tables ?? []) {
    const people = Object.values(rowsOf(view, dimension, 'people')) as { n: number }[];
    expect(
      people.reduce((sum, { n }) => sum + n, 0),
      dimension,
    ).toBe(3);
  }
});

test('a site has its own numbers, and together they are the centre\u2019s', async () => {
  const mina = centre.coordinator.actor;
  const [main, station] = await Promise.all(
    centre.siteIds.map((site) => read(house, viewStatistics, mina, { site })),
  );
  expect(main?.totals.contacts).toEqual(shown(4));
  expect(station?.totals).toMatchObject({ contacts: shown(0), people: shown(0), visits: shown(0) });
});

test('only a coordinator sees what each colleague did', async () => {
  const load = (await read(house, viewStatistics, centre.coordinator.actor, {})).load;
  expect(load?.map(({ contacts, people }) => [contacts, people])).toEqual([
    [3, 3],
    [1, 0],
  ]);
  expect((await read(house, viewStatistics, counsellor.actor, { whose: 'all' })).load).toBeUndefined();
});

test('the running month is compared with the same days of the month before, an ended one with all of it', async () => {
  const running = await read(house, compareStatistics, centre.coordinator.actor, {});
  expect(running).toMatchObject({
    days: { firstDay: '2026-02-01', nextDay: '2026-02-11' },
    totals: { contacts: shown(1) },
  });
  const february = await read(house, viewStatistics, centre.coordinator.actor, { day: '2026-02-11' });
  expect(february.totals.contacts).toEqual(shown(2));
  const yearAgo = await read(house, compareStatistics, centre.coordinator.actor, { compare: 'year' });
  expect(yearAgo.days).toEqual({ firstDay: '2025-03-01', nextDay: '2025-03-11' });
});

test('a Solar Hijri month counts its own days, and so does its quarter', async () => {
  const month = await read(house, viewStatistics, centre.coordinator.actor, { calendar: 'persian' });
  expect(month.period).toMatchObject({ firstDay: '2026-02-20', nextDay: '2026-03-21' });
  expect(month.totals.contacts).toEqual(shown(5));
  const quarter = await read(house, viewStatistics, centre.coordinator.actor, {
    calendar: 'persian',
    kind: 'quarter',
  });
  expect(quarter.period.firstDay).toBe('2025-12-22');
  expect(quarter.totals.contacts).toEqual(shown(6));
});

test('a counsellor sees the own work first, and the centre\u2019s when asked', async () => {
  const { own, totals, day } = await read(house, viewStatistics, counsellor.actor, {});
  expect(own).toBe(true);
  expect(totals).toMatchObject({
    contacts: shown(3),
    anonymous: shown(0),
    people: shown(3),
    groups: shown(0),
  });
  expect(day?.contacts).toEqual(shown(3));
  const all = await read(house, viewStatistics, counsellor.actor, { whose: 'all' });
  expect(all).toMatchObject({ own: false, totals: { contacts: shown(4) } });
});

test.each(['data_officer', 'finance_officer'] as const)(
  'a %s reads what was released, not what moves with every contact',
  async (role) => {
    const { actor } = await addTestStaff(house, centre.coordinator.actor, [role]);
    await expect(read(house, viewStatistics, actor, {})).rejects.toMatchObject({ code: 'forbidden' });
    await expect(read(house, compareStatistics, actor, {})).rejects.toMatchObject({ code: 'forbidden' });
  },
);

test('should somebody be given numbers without the records, no small one shows, no part of a month, no site, nothing before its end', async () => {
  const { actor } = await addTestStaff(house, centre.coordinator.actor, ['data_officer']);
  const given = { 'statistics.view': { data_officer: ['centre' as const] } };
  const generous = { ...house, policy: composePolicy([given]) };
  const running = await read(generous, viewStatistics, actor, {
    calendar: 'persian',
    kind: 'day',
    site: centre.siteIds[0],
    whose: 'mine',
    compare: 'year',
  });
  expect(running).toMatchObject({
    own: false,
    site: null,
    period: { kind: 'month', calendar: 'gregory' },
    tables: undefined,
    series: undefined,
    sexAge: undefined,
    load: undefined,
    totals: { contacts: { kind: 'few' }, heads: shown(25) },
  });
  const ended = await read(generous, viewStatistics, actor, { day: '2026-02-01' });
  expect(ended.tables?.find(({ dimension }) => dimension === 'topic')?.rows).toMatchObject([
    { contacts: { kind: 'few' } },
  ]);
});

test('the fixed tables are of the own centre only', async () => {
  const mina = centre.coordinator.actor;
  const scope = { centreId: centre.centreId, siteId: null, first: '2026-02-01', next: '2026-04-01' };
  const ask = (centreId: string) =>
    house.databases.reader.transaction().execute(async (tx) => {
      await sql`select set_config('serai.session', ${mina.sessionToken}, true)`.execute(tx);
      return countTables({ tx, actor: mina }, { ...scope, centreId });
    });
  await expect(ask(randomUUID())).rejects.toMatchObject({ code: 'forbidden' });
  const tables = await ask(centre.centreId);
  expect(tables.map(({ code }) => code)).toEqual(tableCodes);
  expect(tables[0]?.cells.at(-1)).toEqual({ key: ['total'], n: 6 });
});

test('first-time people are counted in the month of their first contact, also after it was entered later or voided', async () => {
  const mina = centre.coordinator.actor;
  const firstTimes = async () =>
    Promise.all(
      ['2026-03', '2026-02', '2026-01'].map(
        async (month) => (await read(house, viewStatistics, mina, { day: `${month}-01` })).totals.firstTime,
      ),
    );
  const { clientId } = await registerTestClient(house, mina, { names: [{ given: 'Late', family: 'Paper' }] });
  const contact = { siteId: centre.siteIds[0], clientIds: [clientId] };
  const today = await recordTestContact(house, mina, contact);
  expect(await firstTimes()).toEqual([shown(4), shown(0), shown(0)]);
  const onPaper = await recordTestContact(house, mina, { ...contact, occurredOn: '2026-02-24' });
  expect(await firstTimes()).toEqual([shown(3), shown(1), shown(0)]);
  await execute(house, voidContact, mina, {
    contactId: onPaper.contactId,
    version: 1,
    reason: 'another person',
  });
  expect(await firstTimes()).toEqual([shown(4), shown(0), shown(0)]);
  await execute(house, voidContact, mina, {
    contactId: today.contactId,
    version: 1,
    reason: 'another person',
  });
  expect(await firstTimes()).toEqual([shown(3), shown(0), shown(0)]);
});

test('looking at counts leaves no audit row, being refused does', async () => {
  const { rows } = await house.admin.query(
    "select distinct result from serai.audit_event where action like 'statistics.%'",
  );
  expect(rows).toEqual([{ result: 'refused' }]);
});

test('without a session, or with one that has ended, the counting functions count nothing', async () => {
  const count = (token: string) =>
    house.databases.reader.transaction().execute(async (tx) => {
      await sql`select set_config('serai.session', ${token}, true)`.execute(tx);
      const period = await sql<{
        n: number;
      }>`select n from statistics_of_centre(null, false, '2026-01-01', '2026-12-31', true)`.execute(tx);
      const today = await sql<{
        n: number;
      }>`select n from statistics_of_today(null, '2026-12-31', false)`.execute(tx);
      return [...period.rows, ...today.rows].filter((row) => row.n > 0).length;
    });
  expect(await count('')).toBe(0);
  expect(await count('no such session')).toBe(0);
  expect(await count(centre.coordinator.actor.sessionToken)).toBeGreaterThan(0);
});

test('nobody may count another centre, and only the reader sees the desk of today', async () => {
  const here = sql.lit(centre.centreId);
  for (const login of ['app', 'reader', 'auth', 'audit', 'indexer'] as const) {
    await expect(
      sql`select * from statistics_counts(${here}::uuid, null, null, '2026-01-01', '2026-12-31', true)`.execute(
        house.databases[login],
      ),
      login,
    ).rejects.toThrow(/permission denied/);
  }
  await expect(
    sql`select * from statistics_of_today(null, '2026-12-31', false)`.execute(house.databases.app),
  ).rejects.toThrow(/permission denied/);
});
