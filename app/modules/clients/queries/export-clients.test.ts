import { afterAll, beforeAll, expect, test } from 'vitest';
import { exportList } from '#modules/lists/operations/export-list.server.ts';
import { latestAudit } from '#modules/staff/latest-audit.testing.ts';
import { addTestStaff, openTestCentre } from '#modules/staff/staff.testing.ts';
import type { StaffActor } from '#platform/actor.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { moveToAnotherCentre, registerTestClient } from '../clients.testing.ts';
import { restrictClient } from '../operations/restrict-client.server.ts';
import { countClients, exportClients } from './export-clients.query.server.ts';
import { listClients } from './list-clients.query.server.ts';

let house: TestHouse;
let head: StaffActor;
let mina: StaffActor;
beforeAll(async () => {
  house = await openTestHouse();
  const centre = await openTestCentre(house);
  head = centre.coordinator.actor;
  mina = (await addTestStaff(house, head, ['counsellor'], centre.siteIds[0])).actor;
});
afterAll(() => house?.close());

test('a counsellor takes no list of people out, and an id that nobody gave opens nothing', async () => {
  await expect(read(house, countClients, mina, {})).rejects.toMatchObject({ code: 'forbidden' });
  const exportId = crypto.randomUUID();
  await expect(read(house, exportClients, mina, { exportId })).rejects.toMatchObject({ code: 'forbidden' });
  await expect(read(house, exportClients, head, { exportId })).rejects.toMatchObject({ code: 'not-found' });
});

test('people out of reach are neither counted nor in the file; everybody in it counts as looked at', async () => {
  const shown = await registerTestClient(house, mina, { sex: 'female' });
  const closed = await registerTestClient(house, mina, { sex: 'female' });
  const elsewhere = await registerTestClient(house, mina, { sex: 'female' });
  await registerTestClient(house, mina, { sex: 'male' });
  await execute(house, restrictClient, mina, { clientId: closed.clientId, reason: 'in danger' });
  await moveToAnotherCentre(house, elsewhere.clientId);
  const filter = { show: 'recent', sex: 'female' } as const;
  expect(await read(house, countClients, head, filter)).toBe(1);
  const exported = await execute(house, exportList, head, {
    list: 'people',
    format: 'xlsx',
    columns: ['stage', 'name'],
    filter,
    reason: 'for the ministry',
  });
  const { people, terms } = await read(house, exportClients, head, exported);
  expect(people.map(({ id }) => id)).toEqual([shown.clientId]);
  expect(terms.columns).toEqual(['stage', 'name']);
  expect(await latestAudit(house, 'client.export')).toMatchObject({ result: 'viewed', item_count: 1 });
});

test('the list of people is narrowed by where they come from and who has their file', async () => {
  const { clientId } = await registerTestClient(house, mina, { originAdmin1: 'Herat' });
  const found = await read(house, listClients, mina, { district: 'Herat' });
  expect(found.people.map(({ id }) => id)).toEqual([clientId]);
  const nobody = await read(house, listClients, mina, { district: 'Herat', counsellor: head.staffId });
  expect(nobody.people).toEqual([]);
});
