import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { publicActor } from '#platform/actor.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { latestAudit } from '../latest-audit.testing.ts';
import { codeAt, newSeed } from '../one-time-code.server.ts';
import { addTestStaff, openTestCentre, type TestCentre } from '../staff.testing.ts';
import { acceptInvitation } from './accept-invitation.server.ts';
import { inviteStaff } from './invite-staff.server.ts';
import { revokeInvitation } from './revoke-invitation.server.ts';

let house: TestHouse;
let centre: TestCentre;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
});
afterAll(() => house?.close());

const invite = () =>
  execute(house, inviteStaff, centre.coordinator.actor, {
    name: 'Omid',
    email: `${randomUUID()}@centre.example`,
    roles: ['counsellor'],
    language: 'en',
  });

test('a counsellor may not take back an invitation, an unknown person is not found, a member is not invited', async () => {
  const { actor } = await addTestStaff(house, centre.coordinator.actor, ['counsellor']);
  const { staffId } = await invite();
  await expect(execute(house, revokeInvitation, actor, { staffId })).rejects.toMatchObject({
    code: 'forbidden',
  });
  await expect(
    execute(house, revokeInvitation, centre.coordinator.actor, { staffId: randomUUID() }),
  ).rejects.toMatchObject({ code: 'not-found' });
  await expect(
    execute(house, revokeInvitation, centre.coordinator.actor, { staffId: actor.staffId }),
  ).rejects.toMatchObject({ code: 'staff.not-invited' });
});

test('a link that was taken back opens nothing', async () => {
  const { staffId, token } = await invite();
  await execute(house, revokeInvitation, centre.coordinator.actor, { staffId });
  expect(await latestAudit(house, 'staff.revoke-invitation')).toMatchObject({
    subject_id: staffId,
    result: 'done',
  });
  const seed = newSeed();
  const acceptance = {
    token,
    passphrase: 'seven quiet lanterns',
    seed,
    code: codeAt(seed, house.clock.now()),
  };
  await expect(execute(house, acceptInvitation, publicActor, acceptance)).rejects.toMatchObject({
    code: 'staff.invitation-invalid',
    status: 410,
  });
});
