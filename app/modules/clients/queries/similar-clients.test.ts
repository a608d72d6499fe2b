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
import { newPerson, registerTestClient } from '../clients.testing.ts';
import { restrictClient } from '../operations/restrict-client.server.ts';
import { similarClients } from './similar-clients.query.server.ts';
let house: TestHouse;
let centre: TestCentre;
let counsellor: TestStaff;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
  counsellor = await addTestStaff(house, centre.coordinator.actor, ['counsellor'], centre.siteIds[0]);
});
afterAll(() => house?.close());

const person = {
  names: [{ given: 'Farkhunda', family: 'Wardaki' }],
  birth: { calendar: 'gregory' as const, year: 1979 },
};

test('a data officer may not look for similar people', async () => {
  const { actor } = await addTestStaff(house, centre.coordinator.actor, ['data_officer']);
  await expect(read(house, similarClients, actor, newPerson(person))).rejects.toMatchObject({
    code: 'forbidden',
  });
});

test('somebody alike is shown with the reasons, and nobody else', async () => {
  const { clientId } = await registerTestClient(house, counsellor.actor, person);
  await registerTestClient(house, counsellor.actor, {
    names: [{ given: 'Ludmila', family: 'Chernova' }],
    phones: [],
  });
  const answer = await read(
    house,
    similarClients,
    counsellor.actor,
    newPerson({ ...person, names: [{ given: 'فرخنده', family: 'وردکی' }] }),
  );
  expect(answer.found.map(({ id }) => id)).toEqual([clientId]);
  expect(answer.found[0]?.reasons).toContain('same-birth-year');
  expect(answer.hidden).toBe(false);
});

test('somebody alike behind a wall is announced only', async () => {
  const hiddenPerson = {
    names: [{ given: 'Storai', family: 'Mangal' }],
    birth: { calendar: 'gregory' as const, year: 1991 },
    phones: [],
  };
  const { clientId } = await registerTestClient(house, counsellor.actor, hiddenPerson);
  await execute(house, restrictClient, counsellor.actor, { clientId, reason: 'At risk' });
  expect(await read(house, similarClients, centre.coordinator.actor, newPerson(hiddenPerson))).toEqual({
    found: [],
    hidden: true,
  });
});
