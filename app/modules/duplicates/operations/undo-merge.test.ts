import { afterAll, beforeAll, expect, test } from 'vitest';
import { execute } from '#platform/operations/execute.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { registerTestClient } from '#modules/clients/clients.testing.ts';
import { recordTestContact } from '#modules/contacts/contacts.testing.ts';
import {
  addTestStaff,
  openTestCentre,
  type TestCentre,
  type TestStaff,
} from '#modules/staff/staff.testing.ts';
import { mergeTestFiles } from '../duplicates.testing.ts';
import { undoMerge } from './undo-merge.server.ts';

let house: TestHouse;
let centre: TestCentre;
let counsellor: TestStaff;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
  counsellor = await addTestStaff(house, centre.coordinator.actor, ['counsellor'], centre.siteIds[0]);
});
afterAll(() => house?.close());

test('a merge moves the conversations and undoing brings them back', async () => {
  const one = await registerTestClient(house, counsellor.actor);
  const two = await registerTestClient(house, counsellor.actor, {
    names: [{ given: 'Gul', family: 'Yusufzai' }],
  });
  const { contactId } = await recordTestContact(house, counsellor.actor, {
    clientIds: [two.clientId],
    note: 'x',
  });
  const mergeId = await mergeTestFiles(
    house,
    [counsellor.actor, centre.coordinator.actor],
    one.clientId,
    two.clientId,
  );
  const holder = async () =>
    (await house.admin.query('select client_id from serai.contact where id = $1', [contactId])).rows[0]
      .client_id;
  expect(await holder()).toBe(one.clientId);
  await execute(house, undoMerge, counsellor.actor, { mergeId });
  expect(await holder()).toBe(two.clientId);
});
