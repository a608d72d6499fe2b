import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordTestContact } from '#modules/contacts/contacts.testing.ts';
import {
  addTestStaff,
  openTestCentre,
  type TestCentre,
  type TestStaff,
} from '#modules/staff/staff.testing.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { downloadRelease } from '../queries/download-release.query.server.ts';
import { listReleases } from '../queries/list-releases.query.server.ts';
import { prepareRelease } from '../queries/prepare-release.query.server.ts';
import { viewRelease } from '../queries/view-release.query.server.ts';
import { dayOfLastMonth, freshlyProven, publishTestRelease } from '../releases.testing.ts';
import { publishRelease } from './publish-release.server.ts';
import { withdrawRelease } from './withdraw-release.server.ts';

let house: TestHouse;
let centre: TestCentre;
let counsellor: TestStaff;
let officer: TestStaff;
let scope: { kind: 'month'; day: string; calendar: 'gregory'; audience: 'internal' };

beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
  const { actor } = centre.coordinator;
  counsellor = await addTestStaff(house, actor, ['counsellor'], centre.siteIds[0]);
  officer = await addTestStaff(house, actor, ['data_officer'], centre.siteIds[0]);
  scope = { kind: 'month', day: dayOfLastMonth(house, actor), calendar: 'gregory', audience: 'internal' };
  await recordMany('in_person_centre', 30);
  await recordMany('hotline_inbound', 12);
  await recordMany('email', 3);
});
afterAll(() => house.close());

async function recordMany(channel: 'in_person_centre' | 'hotline_inbound' | 'email', count: number) {
  for (let at = 0; at < count; at += 1)
    await recordTestContact(house, counsellor.actor, { channel, occurredOn: scope.day });
}

const coordinator = () => freshlyProven(house, centre.coordinator.actor);
const purpose = { recipient: 'Labour office', reason: 'Quarterly meeting' };
const countOf = async (table: string): Promise<number> =>
  Number((await house.admin.query(`select count(*) from serai.${table}`)).rows[0].count);

test('a counsellor may neither prepare nor release', async () => {
  await expect(read(house, prepareRelease, counsellor.actor, scope)).rejects.toMatchObject({
    code: 'forbidden',
  });
  const input = { ...scope, ...purpose, seen: '0'.repeat(64) };
  await expect(execute(house, publishRelease, counsellor.actor, input)).rejects.toMatchObject({
    status: 403,
  });
});

test('a data officer neither looks at what might leave nor releases: previews together tell what each hides', async () => {
  for (const site of [undefined, centre.siteIds[0]])
    await expect(read(house, prepareRelease, officer.actor, { ...scope, site })).rejects.toMatchObject({
      code: 'forbidden',
    });
  const { hash } = await read(house, prepareRelease, coordinator(), scope);
  const input = { ...scope, ...purpose, seen: hash };
  await expect(
    execute(house, publishRelease, freshlyProven(house, officer.actor), input),
  ).rejects.toMatchObject({ status: 403 });
});

test('nothing leaves without the second factor', async () => {
  const { hash } = await read(house, prepareRelease, coordinator(), scope);
  const stale = { ...coordinator(), steppedUpAt: new Date(0) };
  await expect(
    execute(house, publishRelease, stale, { ...scope, ...purpose, seen: hash }),
  ).rejects.toMatchObject({ code: 'step-up.required' });
  expect(await countOf('release')).toBe(0);
});

test('a month that still runs cannot be released', async () => {
  const today = house.clock.now().toISOString().slice(0, 10);
  await expect(read(house, prepareRelease, coordinator(), { ...scope, day: today })).rejects.toMatchObject({
    code: 'input.invalid',
    fields: [{ path: 'day', code: 'not-over-yet' }],
  });
});

test('a site of nobody we know is refused', async () => {
  const site = '6b1f4f0a-6a52-4c0e-9d4e-0d8b9f0f3a11';
  await expect(read(house, prepareRelease, coordinator(), { ...scope, site })).rejects.toMatchObject({
    fields: [{ path: 'site' }],
  });
});

test('what was not looked at does not leave', async () => {
  const input = { ...scope, ...purpose, seen: 'f'.repeat(64) };
  await expect(execute(house, publishRelease, coordinator(), input)).rejects.toMatchObject({
    code: 'release.changed',
  });
  expect(await countOf('release')).toBe(0);
});

test('a release keeps what left, never the counts, and its files are the same for ever', async () => {
  const { releaseId } = await publishTestRelease(house, coordinator(), scope);
  const viewed = await read(house, viewRelease, officer.actor, { releaseId });
  expect(viewed.recipient).toBe('Labour office');
  const channels = viewed.tables.find(({ code }) => code === 'contacts-by-channel');
  const shown = Object.fromEntries(channels?.cells.map(({ key, n }) => [key.join(), n]) ?? []);
  expect(shown['total']).toBe(45);
  // Three e-mails are hidden, and a second number with them, or the three could be had by subtraction.
  expect(shown['online']).toBeNull();
  expect(Object.values(shown).filter((n) => n === null).length).toBeGreaterThan(1);
  const kept = await house.admin.query('select cells::text from serai.released_table');
  expect(kept.rows.every(({ cells }: { cells: string }) => !/"n": ?3[,}]/.test(cells))).toBe(true);

  const file = { releaseId, language: 'ar', format: 'pdf' } as const;
  const first = await read(house, downloadRelease, officer.actor, file);
  await recordMany('email', 20);
  const second = await read(house, downloadRelease, coordinator(), file);
  const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
  expect(hash(second.bytes)).toBe(hash(first.bytes));
  expect(Buffer.from(first.bytes.subarray(0, 5)).toString()).toBe('%PDF-');

  const { rows } = await house.admin.query(
    `select action, result, fields from serai.audit_event where action in ('release.publish', 'release.download') order by seq`,
  );
  expect(rows.at(-1)).toMatchObject({ action: 'release.download', result: 'viewed', fields: ['pdf', 'ar'] });
  expect(rows.some(({ action, result }) => action === 'release.publish' && result === 'done')).toBe(true);
});

test('a CSV holds the protected numbers in the words of its language', async () => {
  const [release] = await read(house, listReleases, officer.actor, {});
  const { bytes } = await read(house, downloadRelease, officer.actor, {
    releaseId: release?.id,
    language: 'en',
    format: 'csv',
  });
  const text = Buffer.from(bytes).toString('utf8');
  expect(text).toContain('Contacts by channel');
  expect(text).toContain('not shown');
  expect(text).toContain('Old Caravanserai');
});

test('the same month again says what changed, and a small correction stays in the house', async () => {
  const before = await read(house, prepareRelease, coordinator(), scope);
  expect(before.changes?.length).toBeGreaterThan(0);
  await publishTestRelease(house, coordinator(), scope);
  await recordMany('in_person_centre', 2);
  const after = await read(house, prepareRelease, coordinator(), scope);
  expect(after.changes).toEqual([]);
  const kept = after.tables.flatMap(({ cells }) => cells).filter(({ keptFromEarlier }) => keptFromEarlier);
  expect(kept.length).toBeGreaterThan(0);
});

test('two releases at once are made one after the other', async () => {
  const { hash } = await read(house, prepareRelease, coordinator(), { ...scope, audience: 'public' });
  const input = { ...scope, audience: 'public', seen: hash, ...purpose };
  const both = await Promise.allSettled([
    execute(house, publishRelease, coordinator(), input),
    execute(house, publishRelease, coordinator(), input),
  ]);
  expect(both.some(({ status }) => status === 'fulfilled')).toBe(true);
  const refusals = both.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []));
  expect(new Set(refusals).difference(new Set(['release.changed'])).size).toBe(0);
});

test('a withdrawn release is marked once, and what is out stays in the log', async () => {
  const { releaseId } = await publishTestRelease(house, coordinator(), scope);
  const before = await countOf('released_table');
  await expect(
    execute(house, withdrawRelease, officer.actor, { releaseId, reason: 'Wrong office' }),
  ).rejects.toMatchObject({ status: 403 });
  await execute(house, withdrawRelease, coordinator(), { releaseId, reason: 'Wrong office' });
  await expect(
    execute(house, withdrawRelease, coordinator(), { releaseId, reason: 'Again' }),
  ).rejects.toMatchObject({ code: 'release.withdrawn' });
  expect(await countOf('released_table')).toBe(before);
  const viewed = await read(house, viewRelease, officer.actor, { releaseId });
  expect(viewed.withdrawn?.why).toBe('Wrong office');
});

test('the application can neither change nor delete what left', async () => {
  for (const statement of [
    `update released_table set cells = '[]'`,
    `delete from released_table`,
    `update release set hash = ''`,
    `update release_file set bytes = ''`,
    `delete from release`,
  ])
    await expect(
      house.databases.app.executeQuery({
        sql: statement,
        parameters: [],
        query: { kind: 'RawNode' },
      } as never),
    ).rejects.toThrow(/permission denied/);
});
