import { afterAll, beforeAll, expect, test } from 'vitest';
import { read } from '#platform/operations/read.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { addTestStaff, openTestCentre, type TestCentre } from '#modules/staff/staff.testing.ts';
import { freshlyProven, publishTestRelease } from '../releases.testing.ts';
import { downloadRelease } from './download-release.query.server.ts';
import { listReleases } from './list-releases.query.server.ts';
import { viewRelease } from './view-release.query.server.ts';

let house: TestHouse;
let centre: TestCentre;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
});
afterAll(() => house?.close());

test('who neither answers for numbers nor works with them sees no release', async () => {
  const { releaseId } = await publishTestRelease(house, freshlyProven(house, centre.coordinator.actor));
  const { actor } = await addTestStaff(house, centre.coordinator.actor, ['counsellor']);
  const file = { releaseId, language: 'en' as const, format: 'csv' as const };
  await expect(read(house, listReleases, actor, {})).rejects.toMatchObject({ code: 'forbidden' });
  await expect(read(house, viewRelease, actor, { releaseId })).rejects.toMatchObject({ code: 'forbidden' });
  await expect(read(house, downloadRelease, actor, file)).rejects.toMatchObject({ code: 'forbidden' });
});

test('who works with numbers sees them as they left', async () => {
  const { actor } = await addTestStaff(house, centre.coordinator.actor, ['finance_officer']);
  const listed = await read(house, listReleases, actor, {});
  expect(listed).not.toEqual([]);
});
