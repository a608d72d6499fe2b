import { afterAll, beforeAll, expect, test } from 'vitest';
import { execute } from '#platform/operations/execute.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { registerTestClient } from '#modules/clients/clients.testing.ts';
import { addTestStaff, openTestCentre, type TestCentre } from '#modules/staff/staff.testing.ts';
import { moveFollowUp } from './move-follow-up.server.ts';
import { planFollowUp } from './plan-follow-up.server.ts';

let house: TestHouse;
let centre: TestCentre;
let followUpId: string;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
  const { actor } = centre.coordinator;
  const { clientId } = await registerTestClient(house, actor);
  ({ followUpId } = await execute(house, planFollowUp, actor, {
    clientId,
    dueOn: '2026-03-20',
    way: 'phone',
  }));
});
afterAll(() => house?.close());

const changed = (given: object = {}) => ({ followUpId, version: 1, dueOn: '2026-03-27', ...given });

test('a receptionist may not, and a follow-up that is not there is not found', async () => {
  const { actor } = await addTestStaff(house, centre.coordinator.actor, ['receptionist'], centre.siteIds[0]);
  await expect(execute(house, moveFollowUp, actor, changed())).rejects.toMatchObject({ code: 'forbidden' });
  await expect(
    execute(house, moveFollowUp, centre.coordinator.actor, changed({ followUpId: crypto.randomUUID() })),
  ).rejects.toMatchObject({ code: 'not-found' });
});

test('whoever saw an older version is told', async () => {
  await expect(
    execute(house, moveFollowUp, centre.coordinator.actor, changed({ version: 7 })),
  ).rejects.toMatchObject({ code: 'conflict.version' });
});

test('it moves to another day', async () => {
  await execute(house, moveFollowUp, centre.coordinator.actor, changed());
  const { rows } = await house.admin.query('select due_on, version from serai.follow_up where id = $1', [
    followUpId,
  ]);
  expect(rows).toEqual([{ due_on: '2026-03-27', version: 2 }]);
});
