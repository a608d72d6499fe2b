import { afterAll, beforeAll, expect, test } from 'vitest';
import { assignClient } from '#modules/clients/operations/assign-client.server.ts';
import { registerTestClient } from '#modules/clients/clients.testing.ts';
import { viewClient } from '#modules/clients/queries/view-client.query.server.ts';
import { setCentreSettings } from '#modules/centres/operations/set-centre-settings.server.ts';
import { beginJob } from '#modules/staff/index.server.ts';
import { addTestStaff, openTestCentre, type TestCentre } from '#modules/staff/staff.testing.ts';
import type { StaffActor } from '#platform/actor.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { oversightJobs } from './jobs.server.ts';
import { recordFlags } from './operations/record-flags.server.ts';
import { reviewFlag } from './operations/review-flag.server.ts';
import { tellOfDay } from './operations/tell-of-day.server.ts';
import { tellOfLook } from './operations/tell-of-look.server.ts';
import { closedTestFile } from './oversight.testing.ts';
import { listOversight } from './queries/list-oversight.query.server.ts';
import { watchReading } from './watch-reading.server.ts';

let house: TestHouse;
let centre: TestCentre;
let chief: StaffActor;
let maker: StaffActor;
let reader: StaffActor;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
  chief = centre.coordinator.actor;
  maker = (await addTestStaff(house, chief, ['counsellor'], centre.siteIds[0])).actor;
  reader = (await addTestStaff(house, chief, ['counsellor'], centre.siteIds[0])).actor;
});
afterAll(() => house?.close());

const view = (actor: StaffActor, clientId: string) => read(house, viewClient, actor, { clientId });
const job = () => beginJob(house, centre.centreId);
const own = async (): Promise<string> => {
  const { clientId } = await registerTestClient(house, maker);
  await execute(house, assignClient, maker, { clientId, staffId: maker.staffId });
  return clientId;
};
const notices = async (staffId: string, kind: string) =>
  (
    await house.admin.query(
      'select by_staff, client_id, count from serai.staff_notice where staff_id = $1 and kind = $2 order by at',
      [staffId, kind],
    )
  ).rows;

/** The jobs that were put in for telling, in order, and gone from the queue afterwards. */
async function queuedLooks(): Promise<Record<string, unknown>[]> {
  const { rows } = await house.admin.query(
    `delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t
     where t.id = j.task_id and t.identifier = 'tell-of-look' returning j.payload`,
  );
  return rows.map(({ payload }) => payload);
}

test('a look without a link puts a telling into the queue with its row; a look at one’s own person does not', async () => {
  await queuedLooks();
  const clientId = await own();
  await view(maker, clientId);
  expect(await queuedLooks()).toEqual([]);
  await view(reader, clientId);
  await view(reader, clientId);
  expect(await queuedLooks()).toEqual([{ centreId: centre.centreId, staffId: reader.staffId, clientId }]);
});

test('nobody but the house tells of looks, and keeps flags', async () => {
  for (const [operation, input] of [
    [tellOfLook, { clientId: crypto.randomUUID(), staffId: reader.staffId }],
    [tellOfDay, { day: '2026-03-10' }],
    [recordFlags, { head: 1, flags: [] }],
  ] as const)
    await expect(execute(house, operation as typeof tellOfLook, chief, input)).rejects.toMatchObject({
      code: 'forbidden',
    });
});

test('in a centre of many the owner hears at once and once a day; in a small one of the day, and of restricted files at once', async () => {
  const clientId = await own();
  const look = { clientId, staffId: reader.staffId };
  expect(await execute(house, tellOfLook, await job(), look)).toEqual({ told: false });
  await view(reader, clientId);
  expect(await execute(house, tellOfDay, await job(), { day: '2026-03-10' })).toEqual({ told: 1 });
  expect(await notices(maker.staffId, 'files-opened')).toEqual([
    { by_staff: null, client_id: null, count: 2 },
  ]);
  const closed = await closedTestFile(house, maker, [reader.staffId]);
  await execute(house, assignClient, maker, { clientId: closed.clientId, staffId: maker.staffId });
  const restricted = { clientId: closed.clientId, staffId: reader.staffId };
  expect(await execute(house, tellOfLook, await job(), restricted)).toEqual({ told: true });
  await execute(house, setCentreSettings, chief, await settings({ 'oversight.digest-below': 0 }));
  const [tell] = oversightJobs;
  await tell?.run(house, { centreId: centre.centreId, ...look });
  expect(await execute(house, tellOfLook, await job(), look)).toEqual({ told: false });
  expect(await notices(maker.staffId, 'file-opened')).toEqual([
    { by_staff: reader.staffId, client_id: closed.clientId, count: null },
    { by_staff: reader.staffId, client_id: clientId, count: null },
  ]);
});

async function settings(changed: Record<string, unknown>) {
  const { rows } = await house.admin.query('select version from serai.centre where id = $1', [
    centre.centreId,
  ]);
  return { version: rows[0].version, values: changed };
}

test('many files in an hour are flagged once, told to the coordinator, counted on, and settled with a note', async () => {
  const people: string[] = [];
  for (let each = 0; each < 24; each += 1) people.push((await registerTestClient(house, maker)).clientId);
  for (const clientId of people.slice(0, 22)) await view(reader, clientId);
  expect(await watchReading(house, centre.centreId)).toBe(2);
  expect(await watchReading(house, centre.centreId)).toBe(0);
  expect(await notices(chief.staffId, 'reading-flagged')).toEqual([
    { by_staff: reader.staffId, client_id: null, count: null },
  ]);
  for (const clientId of people.slice(22)) await view(reader, clientId);
  expect(await watchReading(house, centre.centreId)).toBe(0);
  const { flags } = await read(house, listOversight, chief, {});
  expect(flags.map(({ kind, readerId }) => [kind, readerId]).sort()).toEqual([
    ['not-linked', reader.staffId],
    ['sweep', reader.staffId],
  ]);
  const sweep = flags.find(({ kind }) => kind === 'sweep');
  expect(sweep).toMatchObject({ state: 'open', day: '2026-03-10' });
  expect(sweep?.count).toBeGreaterThanOrEqual(24);
  const input = { flagId: sweep?.id, state: 'explained', note: 'Calls after the flood' };
  await expect(execute(house, reviewFlag, reader, input)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(execute(house, reviewFlag, chief, { ...input, note: '' })).rejects.toMatchObject({
    code: 'input.invalid',
  });
  await execute(house, reviewFlag, chief, input);
  await expect(execute(house, reviewFlag, chief, input)).rejects.toMatchObject({ code: 'oversight.settled' });
  expect(
    (await read(house, listOversight, chief, {})).flags.find(({ id }) => id === sweep?.id),
  ).toMatchObject({
    state: 'explained',
    note: 'Calls after the flood',
  });
  const { rows } = await house.admin.query(`select * from serai.reading_flag`);
  expect(JSON.stringify(rows)).not.toMatch(new RegExp(people.join('|')));
});

test('one’s own family is found, and the row does not say whose relative a file is', async () => {
  const { actor } = await addTestStaff(house, chief, ['counsellor'], centre.siteIds[0]);
  // The colleague is called "Test counsellor": their family name, as far as names go, is the last word.
  const { clientId } = await registerTestClient(house, maker, {
    names: [{ given: 'Lala', family: 'Counsellor' }],
  });
  await view(actor, clientId);
  await watchReading(house, centre.centreId);
  const { flags } = await read(house, listOversight, chief, {});
  expect(flags.filter(({ readerId }) => readerId === actor.staffId).map(({ kind }) => kind)).toEqual([
    'own-family',
  ]);
  const { rows } = await house.admin.query(`select * from serai.reading_flag where kind = 'own-family'`);
  expect(JSON.stringify(rows)).not.toContain(clientId);
});

test('flags about the officer go to the coordinator, others to the officer alone; the reader sees none of theirs', async () => {
  const { actor: officer } = await addTestStaff(house, chief, ['data_protection_officer']);
  expect((await read(house, listOversight, chief, {})).flags).toEqual([]);
  expect((await read(house, listOversight, officer, {})).flags.length).toBeGreaterThan(0);
  const at = house.clock.now().toISOString();
  const about = (staffId: string) => ({
    kind: 'after-hours',
    staffId,
    day: '2026-03-11',
    count: 1,
    seqs: [1],
    from: at,
    to: at,
  });
  await execute(house, recordFlags, await job(), {
    head: 1,
    flags: [about(officer.staffId), about(chief.staffId)],
  });
  const seen = async (actor: StaffActor) =>
    (await read(house, listOversight, actor, {})).flags
      .filter(({ kind }) => kind === 'after-hours')
      .map(({ readerId }) => readerId);
  expect(await seen(officer)).toEqual([chief.staffId]);
  expect(await seen(chief)).toEqual([officer.staffId]);
});
