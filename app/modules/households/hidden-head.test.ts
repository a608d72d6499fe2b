import { afterAll, beforeAll, expect, test } from 'vitest';
import type { StaffActor } from '#platform/actor.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { registerTestClient } from '#modules/clients/clients.testing.ts';
import { restrictClient } from '#modules/clients/operations/restrict-client.server.ts';
import { addTestStaff, openTestCentre } from '#modules/staff/staff.testing.ts';
import { addMember } from './operations/add-member.server.ts';
import { changeRelation } from './operations/change-relation.server.ts';
import { openHousehold } from './operations/open-household.server.ts';

let house: TestHouse;
let mina: StaffActor;
let ada: StaffActor;
beforeAll(async () => {
  house = await openTestHouse();
  const centre = await openTestCentre(house);
  mina = (await addTestStaff(house, centre.coordinator.actor, ['counsellor'])).actor;
  ada = (await addTestStaff(house, centre.coordinator.actor, ['counsellor'])).actor;
});
afterAll(() => house?.close());

test('a head behind a wall is refused in the words of any other head, and is no fault of the house', async () => {
  const [one, two, three] = await Promise.all(
    [1, 2, 3].map(async () => (await registerTestClient(house, mina)).clientId),
  );
  const { householdId } = await execute(house, openHousehold, mina, { clientId: one, relation: 'head' });
  const { memberId } = await execute(house, addMember, mina, {
    householdId,
    clientId: two,
    relation: 'spouse',
  });
  await execute(house, restrictClient, mina, { clientId: one, reason: 'threatened here' });
  const hasHead = { code: 'input.invalid', fields: [{ path: 'relation', code: 'has-head' }] };
  await expect(
    execute(house, addMember, ada, { householdId, clientId: three, relation: 'head' }),
  ).rejects.toMatchObject(hasHead);
  await expect(execute(house, changeRelation, ada, { memberId, relation: 'head' })).rejects.toMatchObject(
    hasHead,
  );
});
