import { afterAll, beforeAll, expect, test } from 'vitest';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { registerTestClient } from '#modules/clients/clients.testing.ts';
import { restrictClient } from '#modules/clients/operations/restrict-client.server.ts';
import { disableStaff } from '#modules/staff/operations/disable-staff.server.ts';
import { addTestStaff, openTestCentre, type TestCentre } from '#modules/staff/staff.testing.ts';
import { recordTestContact } from './contacts.testing.ts';
import { listFollowUps } from './queries/list-follow-ups.query.server.ts';

let house: TestHouse;
let centre: TestCentre;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
});
afterAll(() => house?.close());

test('a leaver’s follow-ups pass to the colleague, restricted people’s among them', async () => {
  const leaver = await addTestStaff(house, centre.coordinator.actor, ['counsellor'], centre.siteIds[0]);
  const successor = await addTestStaff(house, centre.coordinator.actor, ['counsellor'], centre.siteIds[0]);
  const open = await registerTestClient(house, leaver.actor, { names: [{ given: 'Nargis' }] });
  const hidden = await registerTestClient(house, leaver.actor, { names: [{ given: 'Parisa' }] });
  for (const { clientId } of [open, hidden]) {
    await recordTestContact(house, leaver.actor, {
      clientIds: [clientId],
      followUp: { dueOn: '2026-03-20', way: 'phone' },
    });
  }
  await execute(house, restrictClient, leaver.actor, {
    clientId: hidden.clientId,
    version: 1,
    reason: 'in hiding',
  });
  await execute(house, disableStaff, centre.coordinator.actor, {
    staffId: leaver.actor.staffId,
    handOverTo: successor.actor.staffId,
  });
  const { rows } = await read(house, listFollowUps, successor.actor, {});
  expect(rows.map((row) => row.client.name).sort()).toEqual(['Nargis', 'Parisa']);
});
