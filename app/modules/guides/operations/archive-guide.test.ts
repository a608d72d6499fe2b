import { afterAll, beforeAll, expect, test } from 'vitest';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import {
  addTestStaff,
  openTestCentre,
  type TestCentre,
  type TestStaff,
} from '#modules/staff/staff.testing.ts';
import { publishTestGuide, addTestGuide } from '../guides.testing.ts';
import { publishedSite } from '../published-site.server.ts';
import { viewGuide } from '../queries/view-guide.query.server.ts';
import { archiveGuide } from './archive-guide.server.ts';
import { reopenGuide } from './reopen-guide.server.ts';
import { reviewGuide } from './review-guide.server.ts';

let house: TestHouse;
let centre: TestCentre;
let amal: TestStaff;
let noor: TestStaff;
let desk: TestStaff;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
  amal = await addTestStaff(house, centre.coordinator.actor, ['counsellor'], centre.siteIds[0]);
  noor = await addTestStaff(house, centre.coordinator.actor, ['counsellor'], centre.siteIds[0]);
  desk = await addTestStaff(house, centre.coordinator.actor, ['receptionist'], centre.siteIds[0]);
});
afterAll(() => house?.close());

test('counsellors do not take pages away or bring them back; the front desk does not review', async () => {
  const { pageId } = await addTestGuide(house, amal.actor);
  await expect(
    execute(house, archiveGuide, amal.actor, { pageId, version: 1, reason: 'x' }),
  ).rejects.toMatchObject({ code: 'forbidden' });
  await expect(execute(house, reopenGuide, amal.actor, { pageId, version: 1 })).rejects.toMatchObject({
    code: 'forbidden',
  });
  await expect(execute(house, reviewGuide, desk.actor, { pageId, version: 1 })).rejects.toMatchObject({
    code: 'forbidden',
  });
});

test('what was never out is not reviewed; what is in use is not brought back', async () => {
  const { pageId } = await addTestGuide(house, amal.actor);
  await expect(execute(house, reviewGuide, amal.actor, { pageId, version: 1 })).rejects.toMatchObject({
    code: 'guide.not-published',
  });
  await expect(
    execute(house, reopenGuide, centre.coordinator.actor, { pageId, version: 1 }),
  ).rejects.toMatchObject({ code: 'guide.not-archived' });
});

test('a page that is still right gets another day', async () => {
  const { pageId, version } = await publishTestGuide(house, amal.actor, noor.actor);
  await house.admin.query("update serai.guide_page set review_due = '2020-01-01' where id = $1", [pageId]);
  expect((await read(house, viewGuide, desk.actor, { pageId })).isOverdue).toBe(true);
  const { reviewDue } = await execute(house, reviewGuide, amal.actor, { pageId, version });
  const { page, isOverdue } = await read(house, viewGuide, desk.actor, { pageId });
  expect([page.review_due, isOverdue]).toEqual([reviewDue, false]);
});

test('an archived page is gone for readers at once, keeps its versions, and comes back as a draft', async () => {
  const { pageId, version } = await publishTestGuide(house, amal.actor, noor.actor, {
    slug: 'comes-and-goes',
  });
  const isOut = async () => (await publishedSite(house))?.bySlug.has('comes-and-goes');
  expect(await isOut()).toBe(true);
  await execute(house, archiveGuide, centre.coordinator.actor, { pageId, version, reason: 'The law is new' });
  expect(await isOut()).toBe(false);
  expect((await read(house, viewGuide, desk.actor, { pageId })).versions).toMatchObject([{ version: 1 }]);
  await execute(house, reopenGuide, centre.coordinator.actor, { pageId, version: version + 1 });
  const { page } = await read(house, viewGuide, desk.actor, { pageId });
  expect([page.state, page.archived_at, await isOut()]).toEqual(['draft', null, false]);
});
