import { afterAll, beforeAll, expect, test } from 'vitest';
import { peopleIndex } from '#modules/clients/people-index.server.ts';
import { roles } from '#platform/actor.ts';
import { verifyAudit } from '#platform/audit/verify-audit.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { demoAccounts } from './demo-accounts.ts';
import { refreshDemo, seedDemo } from './seed-demo.server.ts';

let house: TestHouse;
const progress: number[] = [];

beforeAll(async () => {
  house = await openTestHouse({ start: '2026-03-10T09:00:00Z' });
  await seedDemo(house, { people: 40, contacts: 120, onProgress: (done) => void progress.push(done) });
});
afterAll(() => house.close());

const count = async (query: string): Promise<number> =>
  Number(
    (await house.admin.query<{ count: number }>(`select count(*) as count from serai.${query}`)).rows[0]
      ?.count,
  );

test('a second seeding changes nothing: what was written answers as it did', async () => {
  const before = [
    await count('contact'),
    await count('client'),
    await count('arrival'),
    await count('audit_event'),
  ];
  await seedDemo(house, { people: 40, contacts: 120 });
  expect([
    await count('contact'),
    await count('client'),
    await count('arrival'),
    await count('audit_event'),
  ]).toEqual(before);
});

test('the centre has its people, its contacts and its staff', async () => {
  expect(await count('client')).toBeGreaterThanOrEqual(40);
  expect(await count('contact')).toBeGreaterThanOrEqual(120);
  expect(await count(`staff_member where status = 'active'`)).toBe(demoAccounts.length);
  expect(peopleIndex(house).size).toBe(
    await count(`client where merged_into is null and file_status <> 'erased'`),
  );
});

test('people, visitors without a name and counted groups all appear', async () => {
  expect(await count(`contact where who = 'anonymous'`)).toBeGreaterThan(20);
  expect(await count(`contact where who = 'client'`)).toBeGreaterThan(50);
  expect(await count(`consent where status = 'refused'`)).toBeGreaterThan(10);
  expect(await count('follow_up')).toBeGreaterThan(5);
});

test('the story reaches back a year and a half and ends today, with somebody waiting', async () => {
  const { rows } = await house.admin.query<{ first: string; last: string }>(
    `select min(occurred_on)::text as first, max(occurred_on)::text as last from serai.contact
      where id not in (select contact_id from serai.import_row where contact_id is not null)`,
  );
  expect(rows[0]?.first.slice(0, 7)).toBe('2024-09');
  expect(rows[0]?.last).toBe('2026-03-10');
  expect(
    await count(`arrival where day = '2026-03-10' and called_at is null and left_at is null`),
  ).toBeGreaterThan(1);
});

test('the hub is published by several hands, nothing in it is called confirmed, and somebody waits for an answer', async () => {
  expect(await count('guide_page where published_version is not null')).toBeGreaterThan(50);
  expect(await count('guide_page where published_by in (edited_by, submitted_by)')).toBe(0);
  expect(await count('fact where checked_on is not null')).toBe(0);
  expect(await count(`question where state = 'answered'`)).toBe(2);
  expect(await count(`question where state = 'new'`)).toBe(4);
  expect(await count('advice_given')).toBeGreaterThan(10);
});

test('people who agreed to it are asked again about their decision', async () => {
  expect(await count('campaign_call')).toBeGreaterThan(0);
  expect(await count(`contact where kind = 'follow_up'`)).toBe(
    await count(`campaign_call where outcome = 'reached'`),
  );
});

test('the first months show: an old register let in but for its slips, two months that left the house, no token that opens', async () => {
  expect(await count(`register_import where state = 'done'`)).toBe(1);
  expect(await count(`import_row where state = 'wrong'`)).toBeGreaterThan(1);
  expect(await count(`client where id in (select client_id from serai.import_row where made_client)`)).toBe(
    16,
  );
  expect(await count('household')).toBeGreaterThan(2);
  expect(await count('saved_view')).toBe(4);
  expect(await count(`session where kind = 'token' and ended_at is null and expires_at > '2026-03-10'`)).toBe(
    0,
  );
  expect(await count('api_token')).toBe(2);
});

test('two centres share people only by consent: one file waits, one was taken on, one question stands open', async () => {
  expect(await count(`transfer where state = 'sent'`)).toBe(1);
  expect(await count(`transfer where state = 'active_at_receiver'`)).toBe(1);
  expect(await count('network_inquiry where answer is null')).toBe(1);
});

test('a reviewer finds one emergency to review, and two flags with a question in them', async () => {
  expect(await count('break_glass where reviewed_at is null')).toBe(1);
  const { rows } = await house.admin.query(
    `select kind from serai.reading_flag where state = 'open' order by kind`,
  );
  expect(rows.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['after-hours', 'sweep']));
  expect(await count('audit_head_signed')).toBeGreaterThan(0);
});

test('every role has somebody', async () => {
  const { rows } = await house.admin.query<{ role: string }>(
    `select distinct unnest(roles) as role from serai.staff_member where status = 'active'`,
  );
  expect(rows.map(({ role }) => role).sort()).toEqual([...roles].sort());
});

test('the audit chain holds, and nobody stays signed in', async () => {
  expect((await verifyAudit(house.databases.audit, house.vault)).findings).toEqual([]);
  expect(await count(`session where ended_at is null and kind = 'staff'`)).toBe(0);
});

test('progress goes up to the end', () => {
  expect(progress.at(-1)).toBe(1);
  expect(progress.toSorted((a, b) => a - b)).toEqual(progress);
});

test('on another day the desk is at work again', async () => {
  house.clock.set('2026-03-12T07:00:00Z');
  await refreshDemo(house);
  expect(await count(`arrival where day = '2026-03-12'`)).toBeGreaterThan(5);
});
