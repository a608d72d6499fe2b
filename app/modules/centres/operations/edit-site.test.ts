import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { latestAudit } from '#modules/staff/latest-audit.testing.ts';
import { addTestStaff, openTestCentre, type TestCentre } from '#modules/staff/staff.testing.ts';
import { viewCentre } from '../queries/view-centre.query.server.ts';
import { editSite } from './edit-site.server.ts';

let house: TestHouse;
let centre: TestCentre;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
});
afterAll(() => house?.close());

const change = (siteId: string | undefined, version: number) => ({
  siteId,
  version,
  name: { en: 'Main office', ar: 'المكتب الرئيسي' },
  type: 'main',
  hours: [{ day: 1, from: '08:30', to: '16:00' }],
  accessible: true,
});

test('a counsellor may not change a site', async () => {
  const { actor } = await addTestStaff(house, centre.coordinator.actor, ['counsellor']);
  await expect(execute(house, editSite, actor, change(centre.siteIds[0], 1))).rejects.toMatchObject({
    code: 'forbidden',
  });
});

test('a site that is not of this centre looks like not found', async () => {
  await expect(
    execute(house, editSite, centre.coordinator.actor, change(randomUUID(), 1)),
  ).rejects.toMatchObject({ code: 'not-found', status: 404 });
});

test('a site is changed once for each look', async () => {
  const [siteId] = centre.siteIds;
  await execute(house, editSite, centre.coordinator.actor, change(siteId, 1));
  const { sites } = await read(house, viewCentre, centre.coordinator.actor, {});
  expect(sites[0]).toMatchObject({
    id: siteId,
    version: 2,
    accessible: true,
    hours: [{ day: 1, from: '08:30', to: '16:00' }],
    name: { ar: 'المكتب الرئيسي' },
  });
  expect(await latestAudit(house, 'site.edit')).toMatchObject({
    subject_id: siteId,
    fields: ['name', 'hours', 'accessible'],
  });
  await expect(execute(house, editSite, centre.coordinator.actor, change(siteId, 1))).rejects.toMatchObject({
    code: 'conflict.version',
  });
});
