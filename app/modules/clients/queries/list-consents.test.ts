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
import { withdrawConsent } from '../operations/withdraw-consent.server.ts';
import { listConsents } from './list-consents.query.server.ts';
let house: TestHouse;
let centre: TestCentre;
let counsellor: TestStaff;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
  counsellor = await addTestStaff(house, centre.coordinator.actor, ['counsellor'], centre.siteIds[0]);
});
afterAll(() => house?.close());

test('a data officer may not', async () => {
  const { actor } = await addTestStaff(house, centre.coordinator.actor, ['data_officer']);
  const { clientId } = await registerTestClient(house, counsellor.actor);
  await expect(read(house, listConsents, actor, { clientId })).rejects.toMatchObject({ code: 'forbidden' });
});

test('of a file that is not there nothing is found', async () => {
  await expect(
    read(house, listConsents, counsellor.actor, { clientId: crypto.randomUUID() }),
  ).rejects.toMatchObject({ code: 'not-found' });
});

test('the newest of each purpose is in force, all of them are listed', async () => {
  const { clientId } = await registerTestClient(house, counsellor.actor);
  await execute(house, withdrawConsent, counsellor.actor, { clientId, purposes: ['share_for_referral'] });
  const answer = await read(house, listConsents, counsellor.actor, { clientId });
  expect(answer.inForce.find(({ purpose }) => purpose === 'share_for_referral')?.status).toBe('withdrawn');
  expect(answer.history).toHaveLength(6);
  expect(answer.history[0]).toMatchObject({
    purpose: 'share_for_referral',
    status: 'withdrawn',
    recordedBy: 'Test counsellor',
  });
  expect(answer.openQuestions).toEqual([]);
});
