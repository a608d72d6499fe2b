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
import { addTestFact } from '../facts.testing.ts';
import { listFacts } from '../queries/list-facts.query.server.ts';
import { viewFact } from '../queries/view-fact.query.server.ts';
import { confirmFact } from './confirm-fact.server.ts';
import { noteConflict } from './note-conflict.server.ts';
import { settleConflict } from './settle-conflict.server.ts';

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

test('the front desk notes and settles no conflicts', async () => {
  const { factId, code } = await addTestFact(house, amal.actor);
  await expect(
    execute(house, noteConflict, desk.actor, { factId, otherCode: code, note: 'x' }),
  ).rejects.toMatchObject({ code: 'forbidden' });
  await expect(execute(house, settleConflict, desk.actor, { factId, otherId: factId })).rejects.toMatchObject(
    { code: 'forbidden' },
  );
});

test('a fact does not conflict with itself or with one that nobody wrote; what is not there is not settled', async () => {
  const { factId, code } = await addTestFact(house, amal.actor);
  for (const otherCode of [code, 'no-such-fact'])
    await expect(
      execute(house, noteConflict, amal.actor, { factId, otherCode, note: 'x' }),
    ).rejects.toMatchObject({ fields: [{ path: 'otherCode', code: 'not-in-list' }] });
  await expect(execute(house, settleConflict, amal.actor, { factId, otherId: factId })).rejects.toMatchObject(
    { code: 'not-found' },
  );
});

test('a conflict shows on both sides until it is settled', async () => {
  const one = await addTestFact(house, amal.actor);
  const other = await addTestFact(house, amal.actor);
  await execute(house, noteConflict, amal.actor, {
    factId: one.factId,
    otherCode: other.code,
    note: 'The two offices do not agree.',
  });
  for (const [own, its] of [
    [one, other],
    [other, one],
  ] as const)
    expect((await read(house, viewFact, desk.actor, { factId: own.factId })).conflicts).toMatchObject([
      { code: its.code, note: 'The two offices do not agree.' },
    ]);
  const shown = await read(house, listFacts, desk.actor, { show: 'conflict' });
  expect(shown.facts.map(({ code }) => code).sort()).toEqual([one.code, other.code].sort());
  await execute(house, settleConflict, noor.actor, { factId: other.factId, otherId: one.factId });
  expect((await read(house, viewFact, desk.actor, { factId: one.factId })).conflicts).toEqual([]);
});

test('who notes a conflict does not confirm it, and who wrote a fact still does not confirm that', async () => {
  const checked = await addTestFact(house, noor.actor);
  const fresh = await addTestFact(house, noor.actor);
  const confirm = (actor: TestStaff['actor'], factId: string) =>
    execute(house, confirmFact, actor, { factId, version: 1 });
  await confirm(amal.actor, checked.factId);
  const note = 'Ask before you pay.';
  await execute(house, noteConflict, amal.actor, { factId: checked.factId, otherCode: fresh.code, note });
  const seen = await read(house, viewFact, desk.actor, { factId: checked.factId });
  expect(seen.fact.checked_on).toBeNull();
  await expect(confirm(amal.actor, checked.factId)).rejects.toMatchObject({ code: 'fact.second-person' });
  await expect(confirm(noor.actor, fresh.factId)).rejects.toMatchObject({ code: 'fact.second-person' });
  await confirm(noor.actor, checked.factId);
});
