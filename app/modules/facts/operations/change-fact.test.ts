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
import { addTestFact, changedFact, newFact } from '../facts.testing.ts';
import { viewFact } from '../queries/view-fact.query.server.ts';
import { addFact } from './add-fact.server.ts';
import { changeFact } from './change-fact.server.ts';
import { confirmFact } from './confirm-fact.server.ts';
import { translateFact } from './translate-fact.server.ts';

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

const rowOf = async (factId: string) =>
  (await house.admin.query('select * from serai.fact where id = $1', [factId])).rows[0];

test('the front desk writes no facts', async () => {
  await expect(execute(house, addFact, desk.actor, newFact())).rejects.toMatchObject({ code: 'forbidden' });
  const fact = await addTestFact(house, amal.actor);
  await expect(execute(house, changeFact, desk.actor, changedFact(fact))).rejects.toMatchObject({
    code: 'forbidden',
  });
});

test.each([
  ['a fee without money', { unit: 'days' }, 'unit'],
  ['a fee without a number', { value: undefined }, 'value'],
  ['a range that runs backwards', { valueTo: '100' }, 'valueTo'],
  [
    'a phone that is a sentence',
    { kind: 'phone', value: undefined, unit: undefined, text: 'ask there' },
    'text',
  ],
  ['a source that is no web address', { sourceUrl: 'javascript:alert(1)' }, 'sourceUrl'],
  ['a code with spaces', { code: 'the fee' }, 'code'],
])('%s is not written down', async (_what, more, path) => {
  await expect(execute(house, addFact, amal.actor, newFact(more))).rejects.toMatchObject({
    code: 'input.invalid',
    fields: [expect.objectContaining({ path })],
  });
});

test.each(['sourceTitle', 'sourceDate'])('a fact that had a %s does not lose it', async (path) => {
  const fact = await addTestFact(house, amal.actor);
  const without = changedFact(fact, { [path]: undefined });
  await expect(execute(house, changeFact, amal.actor, without)).rejects.toMatchObject({
    fields: [{ path, code: 'required' }],
  });
  expect((await rowOf(fact.factId)).version).toBe(1);
});

test('a code names one fact', async () => {
  const { code } = await addTestFact(house, amal.actor);
  await expect(execute(house, addFact, amal.actor, newFact({ code }))).rejects.toMatchObject({
    fields: [{ path: 'code', code: 'already-used' }],
  });
});

test('of two who change at once the second is told', async () => {
  const fact = await addTestFact(house, amal.actor);
  await execute(house, changeFact, amal.actor, changedFact(fact, { value: '600' }));
  await expect(
    execute(house, changeFact, noor.actor, changedFact(fact, { value: '700' })),
  ).rejects.toMatchObject({ code: 'conflict.version' });
  expect(await rowOf(fact.factId)).toMatchObject({ value: '600', version: 2 });
});

test('a change keeps what stood there, takes the confirmation away and leaves translations behind', async () => {
  const fact = await addTestFact(house, amal.actor);
  const { factId } = fact;
  await execute(house, translateFact, amal.actor, {
    factId,
    version: 1,
    language: 'ar',
    statement: 'الرسم.',
  });
  await execute(house, confirmFact, noor.actor, { factId, version: 1 });
  const before = await rowOf(factId);
  await execute(house, changeFact, amal.actor, changedFact(fact, { value: '650' }));
  const after = await rowOf(factId);
  expect(after).toMatchObject({
    value: '650',
    version: 2,
    substance_version: 2,
    checked_on: null,
    review_due: null,
  });
  expect(Number(after.revision)).toBeGreaterThan(Number(before.revision));
  const seen = await read(house, viewFact, desk.actor, { factId });
  expect(seen.versions).toMatchObject([
    { version: 1, reason: 'The office says so since Monday', substance: true, snapshot: { value: '500' } },
  ]);
  expect(seen.texts).toMatchObject([{ language: 'ar', of_version: 1 }]);
  const { rows } = await house.admin.query(
    'select fields from serai.audit_event where subject_id = $1 and action = $2',
    [factId, 'fact.change'],
  );
  expect(rows).toEqual([{ fields: ['fact', 'substance'] }]);
});
