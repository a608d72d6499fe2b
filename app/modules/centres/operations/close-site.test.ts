import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { publicActor } from '#platform/actor.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { latestAudit } from '#modules/staff/latest-audit.testing.ts';
import { addTestStaff, openTestCentre, type TestCentre } from '#modules/staff/staff.testing.ts';
import { publicCentre } from '../queries/public-centre.query.server.ts';
import { closeSite } from './close-site.server.ts';
import { reopenSite } from './reopen-site.server.ts';

let house: TestHouse;
let centre: TestCentre;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
});
afterAll(() => house?.close());

const publicNames = async () =>
  (await read(house, publicCentre, publicActor, { language: 'en' })).sites.map(({ name }) => name);

test('a receptionist may not close a site, and an unknown one is not found', async () => {
  const { actor } = await addTestStaff(house, centre.coordinator.actor, ['receptionist']);
  await expect(execute(house, closeSite, actor, { siteId: centre.siteIds[1] })).rejects.toMatchObject({
    code: 'forbidden',
  });
  await expect(
    execute(house, closeSite, centre.coordinator.actor, { siteId: randomUUID() }),
  ).rejects.toMatchObject({ code: 'not-found' });
});

test('the last open site cannot be closed', async () => {
  const { actor } = centre.coordinator;
  await execute(house, closeSite, actor, { siteId: centre.siteIds[1] });
  expect(await publicNames()).toEqual(['Main office']);
  await expect(execute(house, closeSite, actor, { siteId: centre.siteIds[0] })).rejects.toMatchObject({
    code: 'site.last-one',
    status: 409,
  });
  expect(await latestAudit(house, 'site.close')).toMatchObject({
    result: 'done',
    subject_id: centre.siteIds[1],
  });
});

test('two people who close the last two sites at once do not both succeed', async () => {
  const { actor } = centre.coordinator;
  await execute(house, reopenSite, actor, { siteId: centre.siteIds[1] });
  const both = await Promise.allSettled(
    centre.siteIds.map((siteId) => execute(house, closeSite, actor, { siteId })),
  );
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});
