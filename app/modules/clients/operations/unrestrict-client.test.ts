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
import { unrestrictClient } from './unrestrict-client.server.ts';

let house: TestHouse;
let centre: TestCentre;
let counsellor: TestStaff;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
  counsellor = await addTestStaff(house, centre.coordinator.actor, ['counsellor'], centre.siteIds[0]);
});
afterAll(() => house?.close());

const reason = 'The danger has passed';

test('whoever may not open the file cannot open it for all either', async () => {
  const { clientId } = await registerTestClient(house, counsellor.actor);
  await execute(house, restrictClient, counsellor.actor, { clientId, reason });
  await expect(
    execute(house, unrestrictClient, centre.coordinator.actor, { clientId, reason }),
  ).rejects.toMatchObject({ code: 'not-found' });
});

test('a reader who does not serve the person leaves that to others', async () => {
  const colleague = await addTestStaff(house, centre.coordinator.actor, ['counsellor']);
  const { clientId } = await registerTestClient(house, counsellor.actor);
  await execute(house, restrictClient, counsellor.actor, {
    clientId,
    reason,
    readers: [colleague.actor.staffId],
  });
  await expect(execute(house, unrestrictClient, colleague.actor, { clientId, reason })).rejects.toMatchObject(
    { code: 'forbidden' },
  );
});

test('what is open cannot be opened', async () => {
  const { clientId } = await registerTestClient(house, counsellor.actor);
  await expect(
    execute(house, unrestrictClient, centre.coordinator.actor, { clientId, reason }),
  ).rejects.toMatchObject({ code: 'clients.not-restricted' });
});

test('a coordinator among the readers opens it again', async () => {
  const { clientId } = await registerTestClient(house, counsellor.actor);
  await execute(house, restrictClient, centre.coordinator.actor, { clientId, reason });
  await execute(house, unrestrictClient, centre.coordinator.actor, { clientId, reason });
  await execute(house, issueCard, counsellor.actor, { clientId });
  const { rows } = await house.admin.query('select 1 from serai.restricted_reader where client_id = $1', [
    clientId,
  ]);
  expect(rows).toEqual([]);
});
