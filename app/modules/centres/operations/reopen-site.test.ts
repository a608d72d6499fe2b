import { afterAll, beforeAll, expect, test } from 'vitest';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { latestAudit } from '#modules/staff/latest-audit.testing.ts';
import { addTestStaff, openTestCentre, type TestCentre } from '#modules/staff/staff.testing.ts';
import { viewCentre } from '../queries/view-centre.query.server.ts';
import { closeSite } from './close-site.server.ts';
import { reopenSite } from './reopen-site.server.ts';

let house: TestHouse;
let centre: TestCentre;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
});
afterAll(() => house?.close());

test('a counsellor may not open a closed site', async () => {
  const { actor } = await addTestStaff(house, centre.coordinator.actor, ['counsellor']);
  await expect(execute(house, reopenSite, actor, { siteId: centre.siteIds[1] })).rejects.toMatchObject({
    code: 'forbidden',
  });
});

test('a closed site opens again', async () => {
  const { actor } = centre.coordinator;
  const siteId = centre.siteIds[1];
  await execute(house, closeSite, actor, { siteId });
  expect((await read(house, viewCentre, actor, {})).sites.at(-1)).toMatchObject({
    id: siteId,
    active: false,
  });
  await execute(house, reopenSite, actor, { siteId });
  expect((await read(house, viewCentre, actor, {})).sites.every(({ active }) => active)).toBe(true);
  expect(await latestAudit(house, 'site.reopen')).toMatchObject({ subject_id: siteId });
});
