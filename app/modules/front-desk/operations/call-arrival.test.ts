import { afterAll, beforeAll, expect, test } from 'vitest';
import { addTestStaff, openTestCentre, type TestCentre } from '#modules/staff/staff.testing.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { arrive } from '../front-desk.testing.ts';
import { callArrival } from './call-arrival.server.ts';
import { callNextArrival } from './call-next-arrival.server.ts';

let house: TestHouse;
let centre: TestCentre;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
});
afterAll(() => house?.close());

test('a data protection officer calls nobody', async () => {
  const { actor } = await addTestStaff(house, centre.coordinator.actor, ['data_protection_officer']);
  await expect(execute(house, callNextArrival, actor, {})).rejects.toMatchObject({ code: 'forbidden' });
  await expect(execute(house, callArrival, actor, { arrivalId: crypto.randomUUID() })).rejects.toMatchObject({
    code: 'forbidden',
  });
});

test('when nobody waits there is nobody to call', async () => {
  await expect(execute(house, callNextArrival, centre.coordinator.actor, {})).rejects.toMatchObject({
    code: 'arrival.nobody-waiting',
    status: 409,
  });
});

test('an arrival that is not there is not found', async () => {
  await expect(
    execute(house, callArrival, centre.coordinator.actor, { arrivalId: crypto.randomUUID() }),
  ).rejects.toMatchObject({ code: 'not-found' });
});

test('nobody is called twice', async () => {
  const { actor } = centre.coordinator;
  const { arrivalId } = await arrive(house, actor);
  await execute(house, callArrival, actor, { arrivalId });
  await expect(execute(house, callArrival, actor, { arrivalId })).rejects.toMatchObject({
    code: 'arrival.already-called',
    status: 409,
  });
});

test('urgent people are next, then the lowest ticket', async () => {
  const { actor } = centre.coordinator;
  const siteId = centre.siteIds[1];
  const first = await arrive(house, actor, { siteId });
  const urgent = await arrive(house, actor, { siteId, urgent: true });
  const call = () => execute(house, callNextArrival, actor, { siteId });
  expect((await call()).arrivalId).toBe(urgent.arrivalId);
  expect((await call()).arrivalId).toBe(first.arrivalId);
});

test('colleagues who press at the same moment call different people, each recorded', async () => {
  const { actor } = centre.coordinator;
  const colleague = (await addTestStaff(house, actor, ['counsellor'])).actor;
  const siteId = centre.siteIds[0];
  for (let each = 0; each < 4; each += 1) await arrive(house, actor, { siteId });
  const calls = await Promise.all(
    [actor, colleague, actor, colleague].map((who) => execute(house, callNextArrival, who, { siteId })),
  );
  expect(new Set(calls.map((call) => call.arrivalId)).size).toBe(4);
  const { rows } = await house.admin.query(
    "select count(*)::int as n from serai.audit_event where action = 'arrival.call-next' and subject_id = any($1)",
    [calls.map((call) => call.arrivalId)],
  );
  expect(rows[0].n).toBe(4);
});

test('a ticket of yesterday is not called today', async () => {
  const { actor } = centre.coordinator;
  const { arrivalId } = await arrive(house, actor);
  house.clock.advance(24 * 3_600_000);
  await expect(execute(house, callArrival, actor, { arrivalId })).rejects.toMatchObject({
    code: 'arrival.day-over',
  });
});
