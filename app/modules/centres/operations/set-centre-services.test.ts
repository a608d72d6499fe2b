import { afterAll, beforeAll, expect, test } from 'vitest';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { latestAudit } from '#modules/staff/latest-audit.testing.ts';
import { addTestStaff, openTestCentre, type TestCentre } from '#modules/staff/staff.testing.ts';
import { viewCentre } from '../queries/view-centre.query.server.ts';
import { setCentreServices } from './set-centre-services.server.ts';

let house: TestHouse;
let centre: TestCentre;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
});
afterAll(() => house?.close());

test('a receptionist may not say what the centre does', async () => {
  const { actor } = await addTestStaff(house, centre.coordinator.actor, ['receptionist']);
  await expect(execute(house, setCentreServices, actor, { services: [], version: 1 })).rejects.toMatchObject({
    code: 'forbidden',
  });
});

test('an unknown service is refused', async () => {
  const wrong = { services: ['money_lending'], version: 1 };
  await expect(execute(house, setCentreServices, centre.coordinator.actor, wrong)).rejects.toMatchObject({
    fields: [{ path: 'services.0', code: 'choose-one' }],
  });
});

test('the coordinator chooses the services, and nobody overwrites a later choice', async () => {
  const { actor } = centre.coordinator;
  await execute(house, setCentreServices, actor, { services: ['legal_advice', 'cash', 'cash'], version: 1 });
  expect((await read(house, viewCentre, actor, {})).services).toEqual(['legal_advice', 'cash']);
  expect(await latestAudit(house, 'centre.set-services')).toMatchObject({
    fields: ['services'],
    item_count: 2,
  });
  await expect(execute(house, setCentreServices, actor, { services: [], version: 1 })).rejects.toMatchObject({
    code: 'conflict.version',
  });
});
