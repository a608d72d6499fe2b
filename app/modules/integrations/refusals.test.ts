import { afterAll, beforeAll, expect, test } from 'vitest';
import type { StaffActor } from '#platform/actor.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { addTestStaff, openTestCentre, type TestCentre } from '#modules/staff/staff.testing.ts';
import { settleNotices } from './operations/settle-notices.server.ts';
import { takeDueNotices } from './operations/take-due.server.ts';
import { tryWebhook } from './operations/try-webhook.server.ts';
import { listTokens } from './queries/list-tokens.query.server.ts';
import { listWebhooks } from './queries/list-webhooks.query.server.ts';

let house: TestHouse;
let centre: TestCentre;
let counsellor: StaffActor;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
  counsellor = (await addTestStaff(house, centre.coordinator.actor, ['counsellor'])).actor;
});
afterAll(() => house?.close());

const forbidden = { code: 'forbidden' };

test('what other programs may do is shown to the coordinator and whoever protects data', async () => {
  await expect(read(house, listTokens, counsellor, {})).rejects.toMatchObject(forbidden);
  await expect(read(house, listWebhooks, counsellor, {})).rejects.toMatchObject(forbidden);
  const officer = await addTestStaff(house, centre.coordinator.actor, ['data_protection_officer']);
  expect(await read(house, listTokens, officer.actor, {})).toEqual([]);
});

test('a counsellor sends no try, and nobody but a job takes or settles notices', async () => {
  await expect(execute(house, tryWebhook, counsellor, {})).rejects.toMatchObject(forbidden);
  for (const actor of [counsellor, centre.coordinator.actor]) {
    await expect(execute(house, takeDueNotices, actor, {})).rejects.toMatchObject(forbidden);
    await expect(execute(house, settleNotices, actor, { outcomes: [] })).rejects.toMatchObject(forbidden);
  }
});
