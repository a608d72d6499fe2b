import { afterAll, beforeAll, expect, test } from 'vitest';
import { addTestStaff, openTestCentre, type TestCentre } from '#modules/staff/staff.testing.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { neutralityQuestions } from '../guide-rules.ts';
import { publishedSite } from '../published-site.server.ts';
import { bringStarter } from './bring-starter.server.ts';
import { submitGuide } from './submit-guide.server.ts';

let house: TestHouse;
let centre: TestCentre;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
});
afterAll(() => house?.close());

test('counsellors do not fill the hub by themselves', async () => {
  const { actor } = await addTestStaff(house, centre.coordinator.actor, ['counsellor'], centre.siteIds[0]);
  await expect(execute(house, bringStarter, actor, {})).rejects.toMatchObject({ code: 'forbidden' });
});

test('everything arrives unpublished and unconfirmed, once', async () => {
  const first = await execute(house, bringStarter, centre.coordinator.actor, {});
  expect(first.pages).toBeGreaterThan(40);
  expect(first.facts).toBeGreaterThan(80);
  const { rows } = await house.admin.query(
    `select (select count(*)::int from serai.guide_page where published_version is not null) as published,
            (select count(*)::int from serai.fact where checked_on is not null) as checked,
            (select count(*)::int from serai.guide_page) as pages`,
  );
  expect(rows).toEqual([{ published: 0, checked: 0, pages: first.pages + first.outlines }]);
  expect((await publishedSite(house))?.pages).toEqual([]);
  expect(await execute(house, bringStarter, centre.coordinator.actor, {})).toEqual({
    facts: 0,
    pages: 0,
    outlines: 0,
  });
});

test('an outline is not handed in before somebody has written it', async () => {
  const { rows } = await house.admin.query<{ id: string }>(
    "select id from serai.guide_page where origin = 'outline' limit 1",
  );
  const { actor } = await addTestStaff(house, centre.coordinator.actor, ['counsellor'], centre.siteIds[0]);
  const asked = { pageId: rows[0]?.id, version: 1, neutrality: [...neutralityQuestions] };
  await expect(execute(house, submitGuide, actor, asked)).rejects.toMatchObject({
    code: 'guide.not-written',
  });
});
