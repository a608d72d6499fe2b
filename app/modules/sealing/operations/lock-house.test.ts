import { afterAll, beforeAll, expect, test } from 'vitest';
import { houseActor, isStaff, publicActor } from '#platform/actor.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { latestAudit } from '#modules/staff/latest-audit.testing.ts';
import { resolveActor } from '#modules/staff/session.server.ts';
import { addTestStaff, openTestCentre, signIn, type TestCentre } from '#modules/staff/staff.testing.ts';
import { lockHouse } from './lock-house.server.ts';
import { recordOpening } from './record-opening.server.ts';
import { vouchForOpening } from './vouch-for-opening.server.ts';

let house: TestHouse;
let centre: TestCentre;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
});
afterAll(() => house?.close());

test('a stranger locks nothing, opens nothing and vouches for nobody', async () => {
  const since = house.clock.now().toISOString();
  const refused = { code: 'forbidden' };
  await expect(execute(house, lockHouse, publicActor, {})).rejects.toMatchObject(refused);
  await expect(
    execute(house, recordOpening, publicActor, { by: 'recovery-key', since }),
  ).rejects.toMatchObject(refused);
  const { staffId } = centre.coordinator.actor;
  const vouch = { staffId, secondId: staffId, provenAt: since, proof: { code: '000000' } };
  await expect(execute(house, vouchForOpening, publicActor, vouch)).rejects.toMatchObject(refused);
  await expect(execute(house, vouchForOpening, centre.coordinator.actor, vouch)).rejects.toMatchObject(
    refused,
  );
});

test('a volunteer may lock, and then nobody is signed in any more', async () => {
  const volunteer = await addTestStaff(house, centre.coordinator.actor, ['volunteer']);
  await execute(house, lockHouse, volunteer.actor, {});
  for (const { sessionToken } of [volunteer.actor, centre.coordinator.actor])
    expect(isStaff(await resolveActor(house, sessionToken))).toBe(false);
  expect(await latestAudit(house, 'house.lock')).toMatchObject({ actor_id: volunteer.actor.staffId });
});

test('from a locked screen the house locks for whoever pressed, and the record of their centre says who', async () => {
  const actor = await signIn(house, centre.coordinator);
  await execute(house, lockHouse, houseActor, { staffId: actor.staffId });
  const { rows } = await house.admin.query(
    "select * from serai.audit_event where action = 'house.lock' order by at desc limit 1",
  );
  expect(rows[0]).toMatchObject({
    actor_kind: 'house',
    item_ids: [actor.staffId],
    centre_id: centre.centreId,
  });
});

test('nobody vouches for themselves, and one person with two accounts is one person', async () => {
  const actor = await signIn(house, centre.coordinator);
  const provenAt = house.clock.now().toISOString();
  await expect(
    execute(house, vouchForOpening, houseActor, {
      staffId: actor.staffId,
      secondId: actor.staffId,
      provenAt,
      proof: { code: '000000' },
    }),
  ).rejects.toMatchObject({ code: 'session.refused' });
});
