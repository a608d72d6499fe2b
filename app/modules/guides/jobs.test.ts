import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { openTestCentre, type TestCentre } from '#modules/staff/staff.testing.ts';
import { guideJobs } from './jobs.server.ts';

let house: TestHouse;
let centre: TestCentre;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
});
afterAll(() => house?.close());

test('the guided set-up orders the starter pages, and the job brings them once', async () => {
  const { rows: ordered } = await house.admin.query(
    `select t.identifier as task_identifier, payload from graphile_worker._private_jobs j
     join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'bring-starter'`,
  );
  expect(ordered).toEqual([{ task_identifier: 'bring-starter', payload: { centreId: centre.centreId } }]);
  const [job] = guideJobs;
  await job?.run(house, { centreId: centre.centreId });
  const count = async () =>
    (await house.admin.query('select count(*)::int as n from serai.guide_page')).rows[0]?.n as number;
  const first = await count();
  expect(first).toBeGreaterThan(40);
  await job?.run(house, { centreId: centre.centreId });
  expect(await count()).toBe(first);
});
