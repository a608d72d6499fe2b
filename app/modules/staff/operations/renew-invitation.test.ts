import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { publicActor } from '#platform/actor.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { findInvitation } from '../accept-link.server.ts';
import { latestAudit } from '../latest-audit.testing.ts';
import { codeAt, newSeed } from '../one-time-code.server.ts';
import { addTestStaff, openTestCentre, type TestCentre } from '../staff.testing.ts';
import { acceptInvitation } from './accept-invitation.server.ts';
import { inviteStaff } from './invite-staff.server.ts';
import { renewInvitation } from './renew-invitation.server.ts';

let house: TestHouse;
let centre: TestCentre;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
});
afterAll(() => house?.close());

test('a receptionist may not make links, and nobody can for a member', async () => {
  const { actor } = await addTestStaff(house, centre.coordinator.actor, ['receptionist']);
  await expect(execute(house, renewInvitation, actor, { staffId: actor.staffId })).rejects.toMatchObject({
    code: 'forbidden',
  });
  await expect(
    execute(house, renewInvitation, centre.coordinator.actor, { staffId: actor.staffId }),
  ).rejects.toMatchObject({ code: 'staff.not-invited' });
});

test('after three days a link is void; a new one works and the old one never again', async () => {
  const { actor } = centre.coordinator;
  const invited = await execute(house, inviteStaff, actor, {
    name: 'Zahra',
    email: `${randomUUID()}@centre.example`,
    roles: ['counsellor'],
    language: 'en',
  });
  expect(await findInvitation(house, invited.token)).toMatchObject({ kind: 'join', name: 'Zahra' });
  house.clock.advance(72 * 3_600_000 + 1);
  expect(await findInvitation(house, invited.token)).toBeUndefined();
  const { token } = await execute(house, renewInvitation, actor, { staffId: invited.staffId });
  expect(await latestAudit(house, 'staff.renew-invitation')).toMatchObject({ subject_id: invited.staffId });
  const seed = newSeed();
  const acceptance = { passphrase: 'seven quiet lanterns', seed, code: codeAt(seed, house.clock.now()) };
  await expect(
    execute(house, acceptInvitation, publicActor, { token: invited.token, ...acceptance }),
  ).rejects.toMatchObject({ code: 'staff.invitation-invalid' });
  await expect(
    execute(house, acceptInvitation, publicActor, { token, ...acceptance }),
  ).resolves.toMatchObject({ staffId: invited.staffId });
});
