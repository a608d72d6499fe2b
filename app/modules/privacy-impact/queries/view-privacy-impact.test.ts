import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { registerTestClient, withdrawTestConsent } from '#modules/clients/clients.testing.ts';
import { addTestStaff, openTestCentre, type TestCentre } from '#modules/staff/staff.testing.ts';
import type { StaffActor } from '#platform/actor.ts';
import { writeReport } from '#platform/doctor/doctor-report.server.ts';
import { read } from '#platform/operations/read.server.ts';
import { openTestHouse, type ReopenableHouse } from '#platform/testing/test-house.server.ts';
import { privacyImpactPaper } from '../privacy-impact-paper.server.ts';
import { viewPrivacyImpact } from './view-privacy-impact.query.server.ts';

let house: ReopenableHouse;
let centre: TestCentre;
let officer: StaffActor;
let counsellor: StaffActor;
const clients: string[] = [];
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
  const by = centre.coordinator.actor;
  officer = (await addTestStaff(house, by, ['data_protection_officer'])).actor;
  counsellor = (await addTestStaff(house, by, ['counsellor'])).actor;
  for (let n = 0; n < 12; n += 1) clients.push((await registerTestClient(house, counsellor)).clientId);
});
afterAll(() => house?.close());

const look = (actor = officer) => read(house, viewPrivacyImpact, actor, {});
const agreedTo = async (purpose: string, actor = officer) =>
  (await look(actor)).consents.find((row) => row.purpose === purpose)?.agreed;

test('a counsellor does not get it', async () => {
  await expect(look(counsellor)).rejects.toMatchObject({ code: 'forbidden', status: 403 });
});

test('what was never proven says so', async () => {
  expect(await look()).toMatchObject({
    lastCopy: null,
    lastProof: null,
    chain: null,
    doctor: null,
    opening: { mode: 'automatic' },
    tokens: 0,
    webhooks: 0,
    provider: null,
  });
});

test('people are counted coarsely, and who took a yes back is not counted', async () => {
  expect((await look()).people).toEqual({ kind: 'at-least', n: 11 });
  expect(await agreedTo('service_and_record')).toEqual({ kind: 'at-least', n: 11 });
  expect(await agreedTo('photo_video')).toEqual({ kind: 'none' });
  for (const clientId of clients.slice(0, 2))
    await withdrawTestConsent(house, counsellor, clientId, 'service_and_record');
  expect(await agreedTo('service_and_record')).toEqual({ kind: 'few', below: 11 });
});

test('a restricted person is in no number, not even for their own reader', async () => {
  await house.admin.query('update serai.client set restricted = true where id = any($1)', [
    clients.slice(2, 4),
  ]);
  await house.admin.query(
    `insert into serai.restricted_reader (client_id, centre_id, staff_id, granted_by, granted_at)
     select id, centre_id, $2, $2, now() from serai.client where id = any($1)`,
    [clients.slice(2, 4), centre.coordinator.actor.staffId],
  );
  const seen = await Promise.all([look(), look(centre.coordinator.actor)]);
  expect(seen.map(({ people }) => people)).toEqual([
    { kind: 'few', below: 11 },
    { kind: 'few', below: 11 },
  ]);
});

test('settings, proofs and findings are those of today', async () => {
  await house.admin.query(
    `insert into serai.audit_check (id, centre_id, checked_at, events, head_seq, head_hash, findings)
     values ($1, $2, $3, 3, 3, '\\x00', '[{"seq":2,"kind":"changed"}]')`,
    [randomUUID(), centre.centreId, house.clock.now()],
  );
  await writeReport(house.config.dataDir, {
    at: '2026-03-10T09:00:00.000Z',
    findings: [
      { check: 'swap', level: 'danger', code: 'open' },
      { check: 'disk', level: 'ok', code: 'fine' },
    ],
  });
  house.chooseUnlock({ mode: 'person', people: 2 });
  const actor = { ...officer, centre: { ...officer.centre, settings: { 'retention.case-years': 9 } } };
  const paper = await look(actor);
  expect(paper.kept.find(({ code }) => code === 'case-file')?.length).toBe(9);
  expect(paper.chain?.holds).toBe(false);
  expect(paper.doctor).toMatchObject({ danger: 1, attention: 0 });
  expect(paper.opening).toEqual({ mode: 'person', people: 2 });
  expect(paper.roles).toContainEqual({ role: 'counsellor', n: 1 });
});

test('it names nobody and leaves no row, because there is nobody in it', async () => {
  const rows = async () =>
    (await house.admin.query(`select count(*)::int as n from serai.audit_event`)).rows[0].n;
  const before = await rows();
  const text = JSON.stringify(await look());
  expect(await rows()).toBe(before);
  for (const id of clients) expect(text).not.toContain(id);
  expect(text).not.toContain(counsellor.displayName);
});

test.each(['en', 'ar', 'fa-AF'])('the paper has words for all of it in %s', async (language) => {
  const words = (space: string) => house.translators.for(language, space);
  const about = { name: 'The house', country: 'PK', sites: '2', day: 'today' };
  const paper = privacyImpactPaper(await look(), about, {
    t: words('privacy-impact'),
    codes: words('code-lists'),
    staff: words('staff'),
    moment: () => 'once',
  });
  // A text that is missing stands there as its key.
  expect(JSON.stringify(paper).match(/"[a-z-]+(?:\.[\w-]+)+"/g)).toBeNull();
});
