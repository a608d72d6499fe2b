import { afterAll, beforeAll, expect, test } from 'vitest';
import { execute } from '#platform/operations/execute.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import {
  addTestStaff,
  openTestCentre,
  type TestCentre,
  type TestStaff,
} from '#modules/staff/staff.testing.ts';
import { isCardNumber } from '../client-card.ts';
import { registerTestClient } from '../clients.testing.ts';
import { issueCard } from './issue-card.server.ts';

let house: TestHouse;
let centre: TestCentre;
let counsellor: TestStaff;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
  counsellor = await addTestStaff(house, centre.coordinator.actor, ['counsellor'], centre.siteIds[0]);
});
afterAll(() => house?.close());

test('a volunteer may not', async () => {
  const { clientId } = await registerTestClient(house, counsellor.actor);
  const volunteer = await addTestStaff(house, centre.coordinator.actor, ['volunteer']);
  await expect(execute(house, issueCard, volunteer.actor, { clientId })).rejects.toMatchObject({
    code: 'forbidden',
  });
});

test('for a file that is not there it is not found', async () => {
  await expect(
    execute(house, issueCard, counsellor.actor, { clientId: crypto.randomUUID() }),
  ).rejects.toMatchObject({ code: 'not-found' });
});

test('a new card has a random number and ends the one before', async () => {
  const { clientId } = await registerTestClient(house, counsellor.actor);
  const first = await execute(house, issueCard, counsellor.actor, { clientId });
  const second = await execute(house, issueCard, counsellor.actor, { clientId });
  expect(isCardNumber(second.number)).toBe(true);
  expect(second.number).not.toBe(first.number);
  const { rows } = await house.admin.query(
    'select id, revoked_at is null as in_use, t::text as row from serai.client_card t where client_id = $1 order by issued_at, in_use',
    [clientId],
  );
  expect(rows.map((row) => [row.id, row.in_use])).toEqual([
    [first.cardId, false],
    [second.cardId, true],
  ]);
  expect(JSON.stringify(rows)).not.toContain(second.number);
});
