import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { publicActor, type StaffActor } from '#platform/actor.ts';
import { read } from '#platform/operations/read.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { latestAudit } from '../latest-audit.testing.ts';
import { addTestStaff, openTestCentre, type TestCentre } from '../staff.testing.ts';
import { listStaff } from './list-staff.query.server.ts';
import { viewAccount } from './view-account.query.server.ts';
import { viewStaff } from './view-staff.query.server.ts';

let house: TestHouse;
let centre: TestCentre;
let coordinator: StaffActor;
let counsellor: StaffActor;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
  coordinator = centre.coordinator.actor;
  counsellor = (await addTestStaff(house, coordinator, ['counsellor'])).actor;
});
afterAll(() => house?.close());

const forbidden = { code: 'forbidden', status: 403 };

test('a counsellor reads neither the list of colleagues nor one of them', async () => {
  await expect(read(house, listStaff, counsellor, {})).rejects.toMatchObject(forbidden);
  await expect(read(house, viewStaff, counsellor, { staffId: coordinator.staffId })).rejects.toMatchObject(
    forbidden,
  );
});

test('a visitor has no account', async () => {
  await expect(read(house, viewAccount, publicActor, {})).rejects.toMatchObject(forbidden);
});

test('a colleague who does not exist is not found', async () => {
  await expect(read(house, viewStaff, coordinator, { staffId: randomUUID() })).rejects.toMatchObject({
    code: 'not-found',
  });
});

test('a coordinator reads everybody, and looking is recorded', async () => {
  const all = await read(house, listStaff, coordinator, {});
  expect(all.map(({ id }) => id).sort()).toEqual([coordinator.staffId, counsellor.staffId].sort());
  expect(await latestAudit(house, 'staff.list')).toMatchObject({ result: 'viewed', item_count: 2 });
  const one = await read(house, viewStaff, coordinator, { staffId: counsellor.staffId });
  expect(one).toMatchObject({ roles: ['counsellor'], status: 'active', link: null, isSelf: false });
  expect(await latestAudit(house, 'staff.view')).toMatchObject({ subject_id: counsellor.staffId });
});

test('an account is the own one, whoever asks', async () => {
  expect(await read(house, viewAccount, counsellor, {})).toMatchObject({ name: 'Test counsellor' });
});
