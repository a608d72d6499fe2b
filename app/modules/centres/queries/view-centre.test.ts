import { afterAll, beforeAll, expect, test } from 'vitest';
import { beginJob } from '#modules/staff/index.server.ts';
import { openTestCentre, type TestCentre } from '#modules/staff/staff.testing.ts';
import { publicActor } from '#platform/actor.ts';
import { read } from '#platform/operations/read.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { listSwitches } from './list-switches.query.server.ts';
import { publicCentre } from './public-centre.query.server.ts';
import { viewCentre } from './view-centre.query.server.ts';

let house: TestHouse;
let centre: TestCentre;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
});
afterAll(() => house?.close());

const forbidden = { code: 'forbidden', status: 403 };

test('a visitor reads what hangs on the door, not the centre from within', async () => {
  await expect(read(house, viewCentre, publicActor, {})).rejects.toMatchObject(forbidden);
  await expect(read(house, listSwitches, publicActor, {})).rejects.toMatchObject(forbidden);
  const door = await read(house, publicCentre, publicActor, { language: 'en' });
  expect(door).toMatchObject({ name: 'Old Caravanserai Migrant Resource Centre' });
  expect(door).not.toHaveProperty('settings');
});

test('a job has no business with the door', async () => {
  const job = await beginJob(house, centre.centreId);
  await expect(read(house, publicCentre, job, { language: 'en' })).rejects.toMatchObject(forbidden);
});

test('a colleague reads their own centre with its sites', async () => {
  const seen = await read(house, viewCentre, centre.coordinator.actor, {});
  expect(seen.id).toBe(centre.centreId);
  expect(seen.sites.map(({ id }) => id).sort()).toEqual([...centre.siteIds].sort());
});
