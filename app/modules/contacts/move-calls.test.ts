import { afterAll, beforeAll, expect, test } from 'vitest';
import { mergeTestFiles } from '#modules/duplicates/duplicates.testing.ts';
import { undoMerge } from '#modules/duplicates/operations/undo-merge.server.ts';
import {
  addTestStaff,
  openTestCentre,
  signIn,
  type TestCentre,
  type TestStaff,
} from '#modules/staff/staff.testing.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { adviseTestClient, days, openTestCalls } from './campaign.testing.ts';

let house: TestHouse;
let centre: TestCentre;
let who: TestStaff;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
  who = await addTestStaff(house, centre.coordinator.actor, ['counsellor'], centre.siteIds[0]);
});
afterAll(() => house?.close());

const callsOf = async (clientId: string) =>
  (
    await house.admin.query(
      'select outcome, contact_id from serai.campaign_call where client_id = $1 order by outcome nulls last',
      [clientId],
    )
  ).rows;

test('two files of one person have one open call after a merge, and two again when it is undone', async () => {
  const first = await adviseTestClient(house, who.actor);
  const second = await adviseTestClient(house, who.actor);
  house.clock.advance(days(30));
  expect(await openTestCalls(house, centre.centreId)).toMatchObject({ opened: 2 });
  const team = [await signIn(house, who), await signIn(house, centre.coordinator)] as const;
  const mergeId = await mergeTestFiles(house, team, first.clientId, second.clientId);
  expect(await callsOf(second.clientId)).toEqual([]);
  expect(await callsOf(first.clientId)).toMatchObject([
    { outcome: 'stopped', contact_id: second.contactId },
    { outcome: null, contact_id: first.contactId },
  ]);
  await execute(house, undoMerge, await signIn(house, centre.coordinator), { mergeId });
  expect(await callsOf(first.clientId)).toMatchObject([{ outcome: null, contact_id: first.contactId }]);
  expect(await callsOf(second.clientId)).toMatchObject([{ outcome: null, contact_id: second.contactId }]);
});
