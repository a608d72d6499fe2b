import { afterAll, beforeAll, expect, test } from 'vitest';
import { execute } from '#platform/operations/execute.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import {
  addTestStaff,
  openTestCentre,
  type TestCentre,
  type TestStaff,
} from '#modules/staff/staff.testing.ts';
import { issueCard } from './issue-card.server.ts';
import { registerTestClient } from '../clients.testing.ts';
import { restrictClient } from './restrict-client.server.ts';

let house: TestHouse;
let centre: TestCentre;
let counsellor: TestStaff;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
  counsellor = await addTestStaff(house, centre.coordinator.actor, ['counsellor'], centre.siteIds[0]);
});
afterAll(() => house?.close());

const reason = 'A relative works in the next office';

test('a receptionist may not', async () => {
  const { clientId } = await registerTestClient(house, counsellor.actor);
  const reception = await addTestStaff(house, centre.coordinator.actor, ['receptionist']);
  await expect(execute(house, restrictClient, reception.actor, { clientId, reason })).rejects.toMatchObject({
    code: 'forbidden',
  });
});

test('without a reason it is not done', async () => {
  const { clientId } = await registerTestClient(house, counsellor.actor);
  await expect(
    execute(house, restrictClient, counsellor.actor, { clientId, reason: ' ' }),
  ).rejects.toMatchObject({ fields: [{ path: 'reason', code: 'required' }] });
});

test('twice is refused', async () => {
  const { clientId } = await registerTestClient(house, counsellor.actor);
  await execute(house, restrictClient, counsellor.actor, { clientId, reason });
  await expect(execute(house, restrictClient, counsellor.actor, { clientId, reason })).rejects.toMatchObject({
    code: 'clients.already-restricted',
    status: 409,
  });
});

test('every row that tells of the person closes, for all but the named', async () => {
  const { clientId } = await registerTestClient(house, counsellor.actor);
  await execute(house, issueCard, counsellor.actor, { clientId });
  const answer = await execute(house, restrictClient, counsellor.actor, { clientId, reason });
  expect(answer.readers).toEqual([counsellor.actor.staffId]);
  for (const table of ['client_identity', 'client_card', 'consent']) {
    const { rows } = await house.admin.query(
      `select distinct restricted from serai.${table} where client_id = $1`,
      [clientId],
    );
    expect([table, rows]).toEqual([table, [{ restricted: true }]]);
  }
  await expect(execute(house, issueCard, centre.coordinator.actor, { clientId })).rejects.toMatchObject({
    code: 'not-found',
  });
  await execute(house, issueCard, counsellor.actor, { clientId });
});
