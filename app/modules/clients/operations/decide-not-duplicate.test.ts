import { afterAll, beforeAll, expect, test } from 'vitest';
import { execute } from '#platform/operations/execute.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import {
  addTestStaff,
  openTestCentre,
  type TestCentre,
  type TestStaff,
} from '#modules/staff/staff.testing.ts';
import { registerTestClient } from '../clients.testing.ts';
import { decideNotDuplicate } from './decide-not-duplicate.server.ts';
import { restrictClient } from './restrict-client.server.ts';

let house: TestHouse;
let centre: TestCentre;
let counsellor: TestStaff;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
  counsellor = await addTestStaff(house, centre.coordinator.actor, ['counsellor'], centre.siteIds[0]);
});
afterAll(() => house?.close());

let pairs = 0;
/** Two files that look alike. */
const pair = async () => {
  const person = {
    names: [{ given: `Spozhmai${'abcdefgh'[pairs++]}`, family: 'Noorzad' }],
    birth: { calendar: 'gregory' as const, year: 1960 + pairs * 5 },
  };
  const first = await registerTestClient(house, counsellor.actor, person);
  const second = await registerTestClient(house, counsellor.actor, person);
  expect(second.possibleDuplicates).toBeGreaterThan(0);
  return { clientId: second.clientId, otherClientId: first.clientId };
};

test('a receptionist may not', async () => {
  const reception = await addTestStaff(house, centre.coordinator.actor, ['receptionist']);
  await expect(execute(house, decideNotDuplicate, reception.actor, await pair())).rejects.toMatchObject({
    code: 'forbidden',
  });
});

test('two files that were never taken for one are not found as a pair', async () => {
  const { clientId } = await pair();
  await expect(
    execute(house, decideNotDuplicate, counsellor.actor, { clientId, otherClientId: crypto.randomUUID() }),
  ).rejects.toMatchObject({ code: 'not-found' });
});

test('nobody decides about somebody they may not see', async () => {
  const both = await pair();
  await execute(house, restrictClient, counsellor.actor, { clientId: both.otherClientId, reason: 'At risk' });
  await expect(execute(house, decideNotDuplicate, centre.coordinator.actor, both)).rejects.toMatchObject({
    code: 'not-found',
  });
});

test('two people who look alike stay two, and who said so is kept', async () => {
  const both = await pair();
  await execute(house, decideNotDuplicate, counsellor.actor, {
    clientId: both.otherClientId,
    otherClientId: both.clientId,
  });
  const { rows } = await house.admin.query(
    'select status, decided_by from serai.possible_duplicate where client_id = $1 and other_client_id = $2',
    [both.clientId, both.otherClientId],
  );
  expect(rows).toEqual([{ status: 'not_duplicate', decided_by: counsellor.actor.staffId }]);
});
