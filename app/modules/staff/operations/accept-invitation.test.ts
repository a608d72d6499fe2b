import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { publicActor } from '#platform/actor.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { acceptLink } from '../accept-link.server.ts';
import { latestAudit } from '../latest-audit.testing.ts';
import { codeAt, newSeed } from '../one-time-code.server.ts';
import { resolveActor } from '../session.server.ts';
import { openTestCentre, type TestCentre } from '../staff.testing.ts';
import { acceptInvitation } from './accept-invitation.server.ts';
import { inviteStaff } from './invite-staff.server.ts';

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
function answers(token: string, given: Record<string, unknown> = {}) {
  const seed = newSeed();
  return { token, passphrase: 'seven quiet lanterns', seed, code: codeAt(seed, house.clock.now()), ...given };
}

test('a signed-in colleague cannot accept for somebody else', async () => {
  const { token } = await invite();
  await expect(
    execute(house, acceptInvitation, centre.coordinator.actor, answers(token)),
  ).rejects.toMatchObject({ code: 'forbidden' });
});

test('a short passphrase, one key held down and a wrong code are refused, and the link stays good', async () => {
  const { token } = await invite();
  const accept = (given: Record<string, unknown>) =>
    execute(house, acceptInvitation, publicActor, answers(token, given));
  await expect(accept({ passphrase: 'too short' })).rejects.toMatchObject({
    fields: [{ path: 'passphrase', code: 'passphrase-short' }],
  });
  await expect(accept({ passphrase: 'aaaaaaaaaaaaaaaa' })).rejects.toMatchObject({
    fields: [{ path: 'passphrase', code: 'passphrase-weak' }],
  });
  await expect(accept({ passphrase: 'Password2026!!' })).rejects.toMatchObject({
    fields: [{ path: 'passphrase', code: 'passphrase-common' }],
  });
  await expect(accept({ passphrase: 'Omid Serai 2026' })).rejects.toMatchObject({
    fields: [{ path: 'passphrase', code: 'passphrase-own-words' }],
  });
  await expect(accept({ passphrase: undefined })).rejects.toMatchObject({
    fields: [{ path: 'passphrase', code: 'required' }],
  });
  await expect(accept({ code: '12345' })).rejects.toMatchObject({
    fields: [{ path: 'code', code: 'wrong-code' }],
  });
  await expect(execute(house, acceptInvitation, publicActor, answers(token))).resolves.toBeDefined();
});

test('an unknown token reads the same as a used one', async () => {
  const { token } = await invite();
  await execute(house, acceptInvitation, publicActor, answers(token));
  for (const wrong of [token, 'x'.repeat(43)]) {
    await expect(execute(house, acceptInvitation, publicActor, answers(wrong))).rejects.toMatchObject({
      code: 'staff.invitation-invalid',
      status: 410,
    });
  }
});

test('accepting signs in with the invited roles', async () => {
  const { token, staffId } = await invite();
  const accepted = await execute(house, acceptInvitation, publicActor, answers(token));
  expect(await resolveActor(house, accepted.token)).toMatchObject({
    kind: 'staff',
    staffId,
    roles: ['counsellor'],
    locked: false,
  });
  expect(await latestAudit(house, 'staff.accept-invitation')).toMatchObject({
    subject_id: staffId,
    fields: ['credentials', 'join'],
  });
});

test('a link does not let anyone guess codes for ever', async () => {
  const { token } = await invite();
  for (let attempt = 0; attempt < 10; attempt += 1) {
    await expect(acceptLink(house, answers(token, { code: '000000' }))).rejects.toMatchObject({
      fields: [{ code: 'wrong-code' }],
    });
  }
  await expect(acceptLink(house, answers(token))).rejects.toMatchObject({
    code: 'too-many-requests',
    status: 429,
  });
});
