import { afterAll, beforeAll, expect, test } from 'vitest';
import { execute } from '#platform/operations/execute.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import {
  addTestStaff,
  openTestCentre,
  type TestCentre,
  type TestStaff,
} from '#modules/staff/staff.testing.ts';
import { registerTestClient } from '../clients.testing.ts';
import { issueCard } from './issue-card.server.ts';
import { revokeCard } from './revoke-card.server.ts';

let house: TestHouse;
let centre: TestCentre;
let counsellor: TestStaff;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
  counsellor = await addTestStaff(house, centre.coordinator.actor, ['counsellor'], centre.siteIds[0]);
});
afterAll(() => house?.close());

test('a data protection officer may not', async () => {
  const { clientId } = await registerTestClient(house, counsellor.actor);
  const officer = await addTestStaff(house, centre.coordinator.actor, ['data_protection_officer']);
  await expect(execute(house, revokeCard, officer.actor, { clientId })).rejects.toMatchObject({
    code: 'forbidden',
  });
});

test('without a card there is nothing to revoke', async () => {
  const { clientId } = await registerTestClient(house, counsellor.actor);
  await expect(execute(house, revokeCard, counsellor.actor, { clientId })).rejects.toMatchObject({
    fields: [{ code: 'no-card' }],
  });
});

test('a lost card ends', async () => {
  const { clientId } = await registerTestClient(house, counsellor.actor);
  await execute(house, issueCard, counsellor.actor, { clientId });
  await execute(house, revokeCard, counsellor.actor, { clientId });
  const { rows } = await house.admin.query('select revoked_at from serai.client_card where client_id = $1', [
    clientId,
  ]);
  expect(rows[0].revoked_at).toBeInstanceOf(Date);
});
