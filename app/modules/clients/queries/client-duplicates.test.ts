import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  addTestStaff,
  openTestCentre,
  type TestCentre,
  type TestStaff,
} from '#modules/staff/staff.testing.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { registerTestClient } from '../clients.testing.ts';
import { decideNotDuplicate } from '../operations/decide-not-duplicate.server.ts';
import { restrictClient } from '../operations/restrict-client.server.ts';
import { clientDuplicates } from './client-duplicates.query.server.ts';
let house: TestHouse;
let centre: TestCentre;
let counsellor: TestStaff;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
  counsellor = await addTestStaff(house, centre.coordinator.actor, ['counsellor'], centre.siteIds[0]);
});
afterAll(() => house?.close());

const twins = async (given: string) => {
  const person = {
    names: [{ given, family: 'Zadran' }],
    birth: { calendar: 'gregory' as const, year: 1970 },
  };
  const first = await registerTestClient(house, counsellor.actor, person);
  const second = await registerTestClient(house, counsellor.actor, person);
  return [first.clientId, second.clientId] as const;
};

test('a receptionist may not', async () => {
  const { actor } = await addTestStaff(house, centre.coordinator.actor, ['receptionist']);
  const [clientId] = await twins('Palwasha');
  await expect(read(house, clientDuplicates, actor, { clientId })).rejects.toMatchObject({
    code: 'forbidden',
  });
});

test('both files show each other, until somebody says that they are two', async () => {
  const [first, second] = await twins('Torpekai');
  const others = async (clientId: string) =>
    (await read(house, clientDuplicates, counsellor.actor, { clientId })).pairs.map(({ other }) => other.id);
  expect(await others(first)).toContain(second);
  expect(await others(second)).toContain(first);
  await execute(house, decideNotDuplicate, counsellor.actor, { clientId: first, otherClientId: second });
  expect(await others(first)).not.toContain(second);
});

test('somebody behind a wall is announced only', async () => {
  const [first, second] = await twins('Zralashta');
  await execute(house, restrictClient, counsellor.actor, { clientId: first, reason: 'At risk' });
  const answer = await read(house, clientDuplicates, centre.coordinator.actor, { clientId: second });
  expect(answer.pairs.map(({ other }) => other.id)).not.toContain(first);
  expect(answer.hidden).toBe(true);
});
