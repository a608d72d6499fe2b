import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { publicActor } from '#platform/actor.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { latestAudit } from '../latest-audit.testing.ts';
import { listStaff } from '../queries/list-staff.query.server.ts';
import { addTestStaff, openTestCentre, type TestCentre } from '../staff.testing.ts';
import { inviteStaff } from './invite-staff.server.ts';
import { revokeInvitation } from './revoke-invitation.server.ts';

let house: TestHouse;
let centre: TestCentre;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
});
afterAll(() => house?.close());

const invitation = (given: Record<string, unknown> = {}) => ({
  name: 'Leila Invited',
  email: `${randomUUID()}@centre.example`,
  roles: ['counsellor'],
  language: 'fa-AF',
  ...given,
});

test('only a coordinator invites', async () => {
  const { actor } = await addTestStaff(house, centre.coordinator.actor, ['data_protection_officer']);
  await expect(execute(house, inviteStaff, actor, invitation())).rejects.toMatchObject({ code: 'forbidden' });
  await expect(execute(house, inviteStaff, publicActor, invitation())).rejects.toMatchObject({
    code: 'forbidden',
  });
});

test('a volunteer needs a last day, and it must lie ahead', async () => {
  const { actor } = centre.coordinator;
  await expect(
    execute(house, inviteStaff, actor, invitation({ roles: ['volunteer'] })),
  ).rejects.toMatchObject({ fields: [{ path: 'expiresOn', code: 'required' }] });
  const past = invitation({ roles: ['volunteer'], expiresOn: '2026-03-10' });
  await expect(execute(house, inviteStaff, actor, past)).rejects.toMatchObject({
    fields: [{ path: 'expiresOn', code: 'in-the-past' }],
  });
});

test('an address that already has an account and a site of elsewhere are refused', async () => {
  const { actor, email } = centre.coordinator;
  await expect(
    execute(house, inviteStaff, actor, invitation({ email: email.toUpperCase() })),
  ).rejects.toMatchObject({ fields: [{ path: 'email', code: 'account-exists' }] });
  await expect(
    execute(house, inviteStaff, actor, invitation({ siteId: randomUUID() })),
  ).rejects.toMatchObject({ fields: [{ path: 'siteId', code: 'not-in-list' }] });
});

test('neither name nor address stands in the database in clear, and the link only as its hash', async () => {
  const given = invitation({ name: 'Canary Quillfeather' });
  const { staffId, token } = await execute(house, inviteStaff, centre.coordinator.actor, given);
  const rows = await house.admin.query(
    'select s.*, i.* from serai.staff_member s join serai.invitation i on i.staff_id = s.id where s.id = $1',
    [staffId],
  );
  const text = JSON.stringify(rows.rows, (_, value) =>
    value?.type === 'Buffer' ? Buffer.from(value.data).toString('latin1') : value,
  );
  for (const secret of ['Quillfeather', given.email, token]) expect(text).not.toContain(secret);
  expect(await latestAudit(house, 'staff.invite')).toMatchObject({
    subject_id: staffId,
    fields: ['roles', 'counsellor'],
  });
});

test('somebody who never joined can be invited again under the same id', async () => {
  const { actor } = centre.coordinator;
  const given = invitation();
  const first = await execute(house, inviteStaff, actor, given);
  await expect(execute(house, inviteStaff, actor, given)).rejects.toMatchObject({
    fields: [{ code: 'account-exists' }],
  });
  await execute(house, revokeInvitation, actor, { staffId: first.staffId });
  const again = await execute(house, inviteStaff, actor, { ...given, name: 'Leila Again' });
  expect(again.staffId).toBe(first.staffId);
  const listed = (await read(house, listStaff, actor, {})).find(({ id }) => id === first.staffId);
  expect(listed).toMatchObject({ name: 'Leila Again', status: 'invited', leftAt: null });
  expect(listed?.linkExpiresAt?.toISOString()).toBe(again.expiresAt);
});
