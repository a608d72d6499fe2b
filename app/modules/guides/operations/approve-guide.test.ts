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
import { addTestGuide } from '../guides.testing.ts';
import { neutralityQuestions } from '../guide-rules.ts';
import { listContentTasks } from '../queries/list-content-tasks.query.server.ts';
import { viewGuide } from '../queries/view-guide.query.server.ts';
import { approveGuide } from './approve-guide.server.ts';
import { closeContentTask } from './close-content-task.server.ts';
import { returnGuide } from './return-guide.server.ts';
import { submitGuide } from './submit-guide.server.ts';

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

const neutrality = [...neutralityQuestions];
async function submitted(more: Record<string, unknown> = {}, by = amal) {
  const { pageId } = await addTestGuide(house, by.actor, more);
  await execute(house, submitGuide, by.actor, { pageId, version: 1, neutrality });
  return pageId;
}

test('the front desk takes no step of a page', async () => {
  const pageId = await submitted();
  for (const [operation, more] of [
    [submitGuide, { neutrality }],
    [approveGuide, {}],
    [returnGuide, { note: 'x' }],
  ] as const)
    await expect(
      execute(house, operation as typeof approveGuide, desk.actor, { pageId, version: 2, ...more }),
    ).rejects.toMatchObject({ code: 'forbidden' });
});

test('a page goes to the check only when every question of neutrality has its yes', async () => {
  const { pageId } = await addTestGuide(house, amal.actor);
  await expect(
    execute(house, submitGuide, amal.actor, { pageId, version: 1, neutrality: neutrality.slice(1) }),
  ).rejects.toMatchObject({ fields: [{ path: 'neutrality', code: 'all-of-them' }] });
});

test('a page that leads to one that is not there does not reach the check', async () => {
  const { pageId } = await addTestGuide(house, amal.actor, { body: '[there](page:nowhere-at-all)' });
  await expect(
    execute(house, submitGuide, amal.actor, { pageId, version: 1, neutrality }),
  ).rejects.toMatchObject({ code: 'guide.unknown-pages', params: { list: 'nowhere-at-all' } });
});

test('nothing is approved that was not handed in', async () => {
  const { pageId } = await addTestGuide(house, amal.actor);
  await expect(execute(house, approveGuide, noor.actor, { pageId, version: 1 })).rejects.toMatchObject({
    code: 'guide.wrong-state',
  });
});

test('a page comes back with what is to be mended, and may be handed in anew', async () => {
  const pageId = await submitted();
  await execute(house, returnGuide, noor.actor, { pageId, version: 2, note: 'Name the office.' });
  const { page } = await read(house, viewGuide, desk.actor, { pageId });
  expect(page).toMatchObject({ state: 'draft', return_note: 'Name the office.' });
  await execute(house, submitGuide, amal.actor, { pageId, version: 3, neutrality });
  expect((await execute(house, approveGuide, noor.actor, { pageId, version: 4 })).alone).toBe(false);
});

test('who is alone may go on, and everybody sees that a second look is due', async () => {
  const pageId = await submitted();
  await house.admin.query(
    "update serai.staff_member set status = 'disabled' where roles && array['coordinator', 'counsellor'] and id <> $1",
    [amal.actor.staffId],
  );
  expect((await execute(house, approveGuide, amal.actor, { pageId, version: 2 })).alone).toBe(true);
  await house.admin.query("update serai.staff_member set status = 'active'");
  const { tasks } = await read(house, listContentTasks, noor.actor, {});
  expect(tasks).toMatchObject([{ kind: 'second_look', page_id: pageId, isOverdue: false }]);
  const taskId = tasks[0]?.id ?? '';
  await expect(execute(house, closeContentTask, desk.actor, { taskId })).rejects.toMatchObject({
    code: 'forbidden',
  });
  await expect(read(house, listContentTasks, desk.actor, {})).rejects.toMatchObject({ code: 'forbidden' });
  await expect(execute(house, closeContentTask, amal.actor, { taskId })).rejects.toMatchObject({
    code: 'guide.second-person',
  });
  await execute(house, closeContentTask, noor.actor, { taskId });
  await expect(execute(house, closeContentTask, noor.actor, { taskId })).rejects.toMatchObject({
    code: 'content-task.closed',
  });
  expect((await read(house, listContentTasks, noor.actor, {})).tasks).toEqual([]);
});
