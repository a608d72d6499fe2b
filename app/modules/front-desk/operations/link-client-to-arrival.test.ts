import { afterAll, beforeAll, expect, test } from 'vitest';
import { registerTestClient } from '#modules/clients/clients.testing.ts';
import { restrictClient } from '#modules/clients/operations/restrict-client.server.ts';
import { recordTestContact } from '#modules/contacts/contacts.testing.ts';
import {
  addTestStaff,
  openTestCentre,
  type TestCentre,
  type TestStaff,
} from '#modules/staff/staff.testing.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { arrive } from '../front-desk.testing.ts';
import { linkClientToArrival } from './link-client-to-arrival.server.ts';
import { undoArrival } from './undo-arrival.server.ts';

let house: TestHouse;
let centre: TestCentre;
let counsellor: TestStaff;
let clientId: string;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
  counsellor = await addTestStaff(house, centre.coordinator.actor, ['counsellor'], centre.siteIds[0]);
  clientId = (await registerTestClient(house, counsellor.actor)).clientId;
});
afterAll(() => house?.close());

const row = async (id: string) =>
  (await house.admin.query('select * from serai.arrival where id = $1', [id])).rows[0];

test('a volunteer may not link a file', async () => {
  const { actor } = await addTestStaff(house, centre.coordinator.actor, ['volunteer']);
  const { arrivalId } = await arrive(house, counsellor.actor);
  await expect(execute(house, linkClientToArrival, actor, { arrivalId, clientId })).rejects.toMatchObject({
    code: 'forbidden',
  });
});

test('a file that is not there, or restricted to others, cannot be linked, and both look alike', async () => {
  const hidden = await registerTestClient(house, counsellor.actor, {
    names: [{ given: 'Nargis', family: 'Test' }],
  });
  await execute(house, restrictClient, counsellor.actor, {
    clientId: hidden.clientId,
    readers: [],
    reason: 'for the test',
  });
  const { actor } = await addTestStaff(house, centre.coordinator.actor, ['receptionist']);
  const { arrivalId } = await arrive(house, actor);
  for (const id of [crypto.randomUUID(), hidden.clientId]) {
    await expect(
      execute(house, linkClientToArrival, actor, { arrivalId, clientId: id }),
    ).rejects.toMatchObject({
      code: 'input.invalid',
      fields: [{ path: 'clientId', code: 'choose-one' }],
    });
  }
  expect((await row(arrivalId)).client_id).toBeNull();
});

test('a receptionist says whose arrival it is, and the audit names the file', async () => {
  const { actor } = await addTestStaff(house, centre.coordinator.actor, ['receptionist']);
  const { arrivalId } = await arrive(house, actor);
  await execute(house, linkClientToArrival, actor, { arrivalId, clientId });
  expect(await row(arrivalId)).toMatchObject({ client_id: clientId, restricted: false });
  const { rows } = await house.admin.query(
    "select client_id from serai.audit_event where action = 'arrival.link-client' and subject_id = $1 and result = 'done'",
    [arrivalId],
  );
  expect(rows).toEqual([{ client_id: clientId }]);
});

test('an arrival of a restricted person is behind the same wall', async () => {
  const person = await registerTestClient(house, counsellor.actor, {
    names: [{ given: 'Zarmina', family: 'Test' }],
  });
  await execute(house, restrictClient, counsellor.actor, {
    clientId: person.clientId,
    readers: [],
    reason: 'for the test',
  });
  const { arrivalId } = await arrive(house, counsellor.actor, { clientId: person.clientId });
  expect((await row(arrivalId)).restricted).toBe(true);
  await expect(
    execute(house, linkClientToArrival, centre.coordinator.actor, { arrivalId, clientId }),
  ).rejects.toMatchObject({ code: 'not-found' });
});

test('a recorded contact serves its arrival in the same breath, and then nothing at the desk changes it', async () => {
  const { arrivalId } = await arrive(house, counsellor.actor, { clientId });
  const { contactId } = await recordTestContact(house, counsellor.actor, {
    clientIds: [clientId],
    arrivalId,
  });
  const served = await row(arrivalId);
  expect(served).toMatchObject({ contact_id: contactId, called_by: counsellor.actor.staffId });
  expect(served.served_at).not.toBeNull();
  await expect(execute(house, undoArrival, counsellor.actor, { arrivalId })).rejects.toMatchObject({
    code: 'arrival.already-recorded',
  });
  await expect(
    execute(house, linkClientToArrival, counsellor.actor, { arrivalId, clientId }),
  ).rejects.toMatchObject({ code: 'arrival.already-recorded' });
});
