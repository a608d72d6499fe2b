import { afterAll, beforeAll, expect, test } from 'vitest';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import {
  addTestStaff,
  openTestCentre,
  type TestCentre,
  type TestStaff,
} from '#modules/staff/staff.testing.ts';
import { addTestFact, changedFact } from '../facts.testing.ts';
import { listFacts } from '../queries/list-facts.query.server.ts';
import { changeFact } from './change-fact.server.ts';
import { confirmFact } from './confirm-fact.server.ts';

let house: TestHouse;
let centre: TestCentre;
let amal: TestStaff;
let noor: TestStaff;
let desk: TestStaff;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
  amal = await addTestStaff(house, centre.coordinator.actor, ['counsellor'], centre.siteIds[0]);
  noor = await addTestStaff(house, centre.coordinator.actor, ['counsellor'], centre.siteIds[0]);
  desk = await addTestStaff(house, centre.coordinator.actor, ['receptionist'], centre.siteIds[0]);
});
afterAll(() => house?.close());

test('the front desk confirms nothing', async () => {
  const { factId } = await addTestFact(house, amal.actor);
  await expect(execute(house, confirmFact, desk.actor, { factId, version: 1 })).rejects.toMatchObject({
    code: 'forbidden',
  });
});

test('who wrote a fact does not confirm it', async () => {
  const { factId } = await addTestFact(house, amal.actor);
  await expect(execute(house, confirmFact, amal.actor, { factId, version: 1 })).rejects.toMatchObject({
    code: 'fact.second-person',
  });
});

test('where nobody else is there the only one may, and the list says so until another has looked', async () => {
  const own = await openTestHouse();
  try {
    const only = (await openTestCentre(own)).coordinator.actor;
    const { factId, code } = await addTestFact(own, only);
    expect(await execute(own, confirmFact, only, { factId, version: 1 })).toMatchObject({ alone: true });
    expect((await read(own, listFacts, only, { show: 'alone' })).facts).toMatchObject([{ code }]);
    const { actor } = await addTestStaff(own, only, ['counsellor']);
    await execute(own, confirmFact, actor, { factId, version: 1 });
    expect((await read(own, listFacts, only, { show: 'alone' })).facts).toEqual([]);
  } finally {
    await own.close();
  }
});

test('a fact without a source is not confirmed, nor one that has changed since it was looked at', async () => {
  const bare = await addTestFact(house, amal.actor, { sourceTitle: undefined });
  await expect(
    execute(house, confirmFact, noor.actor, { factId: bare.factId, version: 1 }),
  ).rejects.toMatchObject({ code: 'fact.no-source' });
  const fact = await addTestFact(house, amal.actor);
  await execute(house, changeFact, amal.actor, changedFact(fact));
  await expect(
    execute(house, confirmFact, noor.actor, { factId: fact.factId, version: 1 }),
  ).rejects.toMatchObject({ code: 'conflict.version' });
});

test('the next look is not in the past', async () => {
  const { factId } = await addTestFact(house, amal.actor);
  await expect(
    execute(house, confirmFact, noor.actor, { factId, version: 1, reviewDue: '2020-01-01' }),
  ).rejects.toMatchObject({ fields: [{ path: 'reviewDue', code: 'in-the-past' }] });
});

test('a second person confirms; it falls due by its kind, and then shows as overdue', async () => {
  const { factId, code } = await addTestFact(house, amal.actor);
  const { reviewDue } = await execute(house, confirmFact, noor.actor, { factId, version: 1 });
  const { rows } = await house.admin.query(
    'select checked_by, review_due::text as due, review_due - checked_on as days from serai.fact where id = $1',
    [factId],
  );
  expect(rows).toEqual([{ checked_by: noor.actor.staffId, due: reviewDue, days: 90 }]);
  // Reading it again later is for everybody: nothing was written since.
  await execute(house, confirmFact, amal.actor, { factId, version: 1 });
  await house.admin.query("update serai.fact set review_due = '2020-01-01' where id = $1", [factId]);
  const { facts, counts } = await read(house, listFacts, desk.actor, { show: 'overdue' });
  expect(facts).toMatchObject([{ code, isOverdue: true }]);
  expect(counts.overdue).toBe(1);
});
