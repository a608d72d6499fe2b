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
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { shown } from '../small-cells.ts';
import { compareFigures } from './compare-figures.query.server.ts';
import { viewFigures } from './view-figures.query.server.ts';

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

test('receptionists, volunteers and data protection officers see no figures', async () => {
  for (const role of ['receptionist', 'volunteer', 'data_protection_officer'] as const) {
    const { actor } = await addTestStaff(house, centre.coordinator.actor, [role]);
    await expect(read(house, viewFigures, actor, {})).rejects.toMatchObject({ code: 'forbidden' });
    await expect(read(house, compareFigures, actor, {})).rejects.toMatchObject({ code: 'forbidden' });
  }
});

test('a month that is none is refused', async () => {
  for (const month of ['2026-13', '2026-04', "2026-03'--"]) {
    await expect(read(house, viewFigures, centre.coordinator.actor, { month })).rejects.toMatchObject({
      code: 'input.invalid',
      fields: [{ path: 'month' }],
    });
  }
});

test('the month counts contacts and people apart, restricted people included, voided contacts not', async () => {
  const { totals, breakdown, month } = await read(house, viewFigures, centre.coordinator.actor, {});
  expect(month).toMatchObject({ month: '2026-03', running: true });
  expect(totals).toEqual({
    arrivals: shown(1),
    contacts: shown(4),
    anonymous: shown(1),
    people: shown(3),
    firstTime: shown(3),
    headCounts: shown(1),
    heads: shown(25),
  });
  const rows = (table: { rows: { code: string; cell: unknown }[] } | undefined) =>
    Object.fromEntries((table?.rows ?? []).map(({ code, cell }) => [code, cell]));
  expect(rows(breakdown?.topic)).toEqual({
    visa_procedure: shown(2),
    housing: shown(1),
    passport_withheld: shown(1),
  });
  expect(rows(breakdown?.channel)).toEqual({ in_person: shown(3), telephone: shown(1) });
});

test('the running month is compared with the same days of the month before, an ended one with all of it', async () => {
  const running = await read(house, compareFigures, centre.coordinator.actor, {});
  expect(running).toMatchObject({
    days: { firstDay: '2026-02-01', nextDay: '2026-02-11' },
    totals: { contacts: shown(1) },
  });
  const february = await read(house, viewFigures, centre.coordinator.actor, { month: '2026-02' });
  expect(february.totals.contacts).toEqual(shown(2));
});

test('a Solar Hijri month counts its own days', async () => {
  const { month, totals } = await read(house, viewFigures, centre.coordinator.actor, { calendar: 'persian' });
  expect(month).toMatchObject({ month: '1404-12', firstDay: '2026-02-20' });
  expect(totals.contacts).toEqual(shown(5));
});

test('a counsellor sees the own load only', async () => {
  const { own, totals, day } = await read(house, viewFigures, counsellor.actor, {});
  expect(own).toBe(true);
  expect(totals).toMatchObject({
    contacts: shown(3),
    anonymous: shown(0),
    people: shown(3),
    headCounts: shown(0),
  });
  expect(day.contacts).toEqual(shown(3));
});

test('a data officer sees no small number, and no breakdown before the month has ended', async () => {
  const { actor } = await addTestStaff(house, centre.coordinator.actor, ['data_officer']);
  const running = await read(house, viewFigures, actor, { calendar: 'persian' });
  expect(running).toMatchObject({
    month: { calendar: 'gregory' },
    breakdown: undefined,
    totals: { contacts: { kind: 'few' }, heads: shown(25) },
  });
  expect((await read(house, compareFigures, actor, {})).totals).toBeUndefined();
  const ended = await read(house, viewFigures, actor, { month: '2026-02' });
  expect(ended.breakdown?.topic.rows.map((row) => row.cell.kind)).toEqual(['few']);
});

test('first-time people are counted in the month of their first contact, also after it was entered later or voided', async () => {
  const mina = centre.coordinator.actor;
  const firstTimes = async () =>
    Promise.all(
      ['2026-03', '2026-02', '2026-01'].map(
        async (month) => (await read(house, viewFigures, mina, { month })).totals.firstTime,
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
    "select distinct result from serai.audit_event where action like 'figures.%'",
  );
  expect(rows).toEqual([{ result: 'refused' }]);
});

test('without a session, or with one that has ended, the counting functions count nothing', async () => {
  const count = (token: string) =>
    house.databases.reader.transaction().execute(async (tx) => {
      await sql`select set_config('serai.session', ${token}, true)`.execute(tx);
      const period = await sql<{
        n: number;
      }>`select n from figures_of_period('2026-01-01', '2026-12-31', false, true)`.execute(tx);
      const today = await sql<{ n: number }>`select n from figures_of_today('2026-12-31', false)`.execute(tx);
      return [...period.rows, ...today.rows].filter((row) => row.n > 0).length;
    });
  expect(await count('')).toBe(0);
  expect(await count('no such session')).toBe(0);
  expect(await count(centre.coordinator.actor.sessionToken)).toBeGreaterThan(0);
});

test('only the reader may count', async () => {
  await expect(
    sql`select * from figures_of_period('2026-01-01', '2026-12-31', false, true)`.execute(
      house.databases.app,
    ),
  ).rejects.toThrow(/permission denied/);
});
