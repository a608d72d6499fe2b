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
import { addTestGuide } from '#modules/guides/guides.testing.ts';
import { addTestFact, changedFact } from '../facts.testing.ts';
import { listFacts } from '../queries/list-facts.query.server.ts';
import { viewFact } from '../queries/view-fact.query.server.ts';
import { changeFact } from './change-fact.server.ts';
import { retireFact } from './retire-fact.server.ts';

let house: TestHouse;
let centre: TestCentre;
let amal: TestStaff;
let desk: TestStaff;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
  amal = await addTestStaff(house, centre.coordinator.actor, ['counsellor'], centre.siteIds[0]);
  desk = await addTestStaff(house, centre.coordinator.actor, ['receptionist'], centre.siteIds[0]);
});
afterAll(() => house?.close());

test('only a coordinator takes a fact out of use', async () => {
  const { factId } = await addTestFact(house, amal.actor);
  await expect(
    execute(house, retireFact, amal.actor, { factId, version: 1, reason: 'x' }),
  ).rejects.toMatchObject({ code: 'forbidden' });
});

test('a fact that a page quotes stays, and the page is named', async () => {
  const { factId, code } = await addTestFact(house, amal.actor);
  await addTestGuide(house, amal.actor, { slug: 'leaning-on-it', body: `It costs :fact[${code}].` });
  await expect(
    execute(house, retireFact, centre.coordinator.actor, { factId, version: 1, reason: 'x' }),
  ).rejects.toMatchObject({ code: 'fact.quoted', params: { pages: 'leaning-on-it' } });
  expect((await read(house, viewFact, desk.actor, { factId })).pages).toMatchObject([
    { slug: 'leaning-on-it' },
  ]);
});

test('of another centre nothing is found', async () => {
  await expect(
    read(house, viewFact, desk.actor, { factId: '7b0b7f0e-6f0e-4a69-b0a2-0d9f6f5f5c11' }),
  ).rejects.toMatchObject({ code: 'not-found' });
  const { actor } = await addTestStaff(house, centre.coordinator.actor, ['data_protection_officer']);
  await expect(read(house, listFacts, actor, {})).rejects.toMatchObject({ code: 'forbidden' });
  await expect(
    read(house, viewFact, actor, { factId: '7b0b7f0e-6f0e-4a69-b0a2-0d9f6f5f5c11' }),
  ).rejects.toMatchObject({ code: 'forbidden' });
});

test('a retired fact stays readable with its reason, and changes no more', async () => {
  const fact = await addTestFact(house, amal.actor);
  const { factId, code } = fact;
  await execute(house, retireFact, centre.coordinator.actor, {
    factId,
    version: 1,
    reason: 'The fee is gone',
  });
  await expect(
    execute(house, changeFact, amal.actor, changedFact(fact, { version: 2 })),
  ).rejects.toMatchObject({ code: 'fact.retired' });
  expect((await read(house, listFacts, desk.actor, { show: 'retired' })).facts).toMatchObject([{ code }]);
  expect((await read(house, listFacts, desk.actor, { text: code })).facts).toEqual([]);
  expect((await read(house, viewFact, desk.actor, { factId })).versions).toMatchObject([
    { reason: 'The fee is gone' },
  ]);
});
