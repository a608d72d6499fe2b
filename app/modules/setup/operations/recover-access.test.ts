import { afterEach, beforeEach, expect, test } from 'vitest';
import { houseActor, publicActor } from '#platform/actor.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { findInvitation } from '#modules/staff/accept-link.server.ts';
import { latestAudit } from '#modules/staff/latest-audit.testing.ts';
import { codeAt, newSeed } from '#modules/staff/one-time-code.server.ts';
import { acceptInvitation } from '#modules/staff/operations/accept-invitation.server.ts';
import { disableStaff } from '#modules/staff/operations/disable-staff.server.ts';
import { vouchRecovery } from '#modules/staff/operations/vouch-recovery.server.ts';
import { viewAccount } from '#modules/staff/queries/view-account.query.server.ts';
import { resolveActor } from '#modules/staff/session.server.ts';
import {
  addTestStaff,
  openTestCentre,
  signIn,
  type TestCentre,
  type TestStaff,
} from '#modules/staff/staff.testing.ts';
import { vouchLink } from '#modules/staff/vouch-link.server.ts';
import { makeRecoverySheet } from './make-recovery-sheet.server.ts';
import { recoverAccess } from './recover-access.server.ts';

let house: TestHouse;
let centre: TestCentre;
let recoveryKey: string;
beforeEach(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
  ({ recoveryKey } = await execute(house, makeRecoverySheet, centre.coordinator.actor, {}));
});
afterEach(() => house?.close());

const ask = () => execute(house, recoverAccess, houseActor, { email: centre.coordinator.email, recoveryKey });
const colleague = (...roles: Parameters<typeof addTestStaff>[2]) =>
  addTestStaff(house, centre.coordinator.actor, roles);
const passphrase = 'a wholly new passphrase';
function accept(token: string, seed = newSeed()) {
  const code = codeAt(seed, house.clock.now());
  return execute(house, acceptInvitation, publicActor, { token, passphrase, seed, code });
}
/** What a colleague types; the clock goes on, because each code counts once. */
function typed(token: string, who: TestStaff, given: Record<string, string> = {}) {
  house.clock.advance(60_000);
  const code = codeAt(who.seed, house.clock.now());
  return { token, email: who.email, passphrase: who.passphrase, code, ...given };
}
const noticesOf = async ({ actor }: TestStaff) =>
  (await read(house, viewAccount, actor, {})).notices.map(({ kind }) => kind);

test('nobody signed in or passing by may, and the wrong key or person gets nothing', async () => {
  const { email, actor } = centre.coordinator;
  for (const who of [publicActor, actor])
    await expect(execute(house, recoverAccess, who, { email, recoveryKey })).rejects.toMatchObject({
      code: 'forbidden',
    });
  const counsellor = await colleague('counsellor');
  const wrong = recoveryKey.replace(/^.{4}/, 'ZZZZ');
  await expect(
    execute(house, recoverAccess, houseActor, { email, recoveryKey: wrong }),
  ).rejects.toMatchObject({ code: 'vault.recovery-key-wrong' });
  await expect(
    execute(house, recoverAccess, houseActor, { email: counsellor.email, recoveryKey }),
  ).rejects.toMatchObject({ fields: [{ path: 'email', code: 'no-such-coordinator' }] });
  expect(await noticesOf(counsellor)).toEqual([]);
});

test('the sheet alone opens nothing and changes nothing: the link waits for a colleague', async () => {
  const counsellor = await colleague('counsellor');
  const { token, opensAt } = await ask();
  expect(opensAt).toBeNull();
  await expect(accept(token)).rejects.toMatchObject({ code: 'staff.recovery-waits', status: 409 });
  expect(await findInvitation(house, token)).toMatchObject({ waits: { until: null } });
  expect(await resolveActor(house, centre.coordinator.actor.sessionToken)).toMatchObject({ kind: 'staff' });
  expect(await noticesOf(counsellor)).toEqual(['recovery-asked']);
  expect(await latestAudit(house, 'recovery.grant-access')).toMatchObject({
    subject_id: centre.coordinator.actor.staffId,
    result: 'done',
  });
});

test('the recovered account, volunteers and wrong secrets do not vouch, all in the same words', async () => {
  const counsellor = await colleague('counsellor');
  const volunteer = await colleague('volunteer');
  const { token } = await ask();
  const refused = { code: 'session.refused', status: 401 };
  for (const input of [
    typed(token, centre.coordinator),
    typed(token, volunteer),
    typed(token, counsellor, { passphrase: 'not the passphrase' }),
    typed(token, counsellor, { code: '000000' }),
    typed(token, counsellor, { email: 'nobody@centre.example' }),
  ])
    await expect(execute(house, vouchRecovery, publicActor, input)).rejects.toMatchObject(refused);
  await expect(
    execute(house, vouchRecovery, counsellor.actor, typed(token, counsellor)),
  ).rejects.toMatchObject({ code: 'forbidden' });
  await expect(
    execute(house, vouchRecovery, publicActor, typed('x'.repeat(43), counsellor)),
  ).rejects.toMatchObject({ code: 'staff.invitation-invalid' });
  await expect(accept(token)).rejects.toMatchObject({ code: 'staff.recovery-waits' });
});

test('ten wrong guesses shut the page of a link, whoever was guessed at', async () => {
  const counsellor = await colleague('counsellor');
  const { token } = await ask();
  for (let guess = 0; guess < 10; guess += 1) {
    const input = { token, email: `nobody${guess}@centre.example`, passphrase: 'wrong', code: '000000' };
    await expect(vouchLink(house, input, '192.0.2.7')).rejects.toMatchObject({ code: 'session.refused' });
  }
  await expect(vouchLink(house, typed(token, counsellor), '192.0.2.7')).rejects.toMatchObject({
    code: 'too-many-requests',
  });
});

test('with the word of a colleague the coordinator is back, and those who could object are told', async () => {
  const officer = await colleague('data_protection_officer');
  const receptionist = await colleague('receptionist');
  const { token } = await ask();
  await vouchLink(house, typed(token, receptionist), undefined);
  expect(await latestAudit(house, 'staff.vouch-recovery')).toMatchObject({
    subject_id: centre.coordinator.actor.staffId,
    result: 'done',
  });
  const { rows } = await house.admin.query(
    "select item_ids from serai.audit_event where action = 'staff.vouch-recovery' and result = 'done'",
  );
  expect(rows).toEqual([{ item_ids: [receptionist.actor.staffId] }]);
  await expect(vouchLink(house, typed(token, officer), undefined)).rejects.toMatchObject({
    code: 'staff.recovery-not-asking',
  });
  expect(await noticesOf(receptionist)).toEqual(['recovery-vouched', 'recovery-asked']);
  const seed = newSeed();
  await accept(token, seed);
  expect(await latestAudit(house, 'staff.accept-invitation')).toMatchObject({
    fields: ['credentials', 'recovery'],
  });
  expect(await noticesOf(officer)).toEqual(
    expect.arrayContaining(['access-recovered', 'recovery-vouched', 'recovery-asked']),
  );
  expect(await resolveActor(house, centre.coordinator.actor.sessionToken)).toEqual(publicActor);
  house.clock.advance(60_000);
  await expect(signIn(house, { email: centre.coordinator.email, passphrase, seed })).resolves.toMatchObject({
    roles: ['coordinator'],
  });
  await expect(accept(token)).rejects.toMatchObject({ code: 'staff.invitation-invalid' });
});

test('a colleague who is shut out after they vouched has vouched for nothing', async () => {
  const other = await colleague('coordinator');
  const counsellor = await colleague('counsellor');
  const { token } = await ask();
  await vouchLink(house, typed(token, counsellor), undefined);
  const { staffId } = counsellor.actor;
  await execute(house, disableStaff, other.actor, { staffId, handOverTo: other.actor.staffId });
  await expect(accept(token)).rejects.toMatchObject({ code: 'staff.recovery-waits' });
});

test('a coordinator who signs in as ever makes the link void', async () => {
  const counsellor = await colleague('counsellor');
  const { token } = await ask();
  house.clock.advance(60_000);
  await signIn(house, centre.coordinator);
  await expect(execute(house, vouchRecovery, publicActor, typed(token, counsellor))).rejects.toMatchObject({
    code: 'staff.invitation-invalid',
  });
});

test('where nobody could vouch it opens after a day that nothing shortens, for two hours', async () => {
  const volunteer = await colleague('volunteer');
  const { token, opensAt, expiresAt } = await ask();
  const asked = house.clock.now().getTime();
  expect(new Date(opensAt ?? 0).getTime() - asked).toBe(24 * 3_600_000);
  expect(new Date(expiresAt).getTime() - asked).toBe(26 * 3_600_000);
  expect(await noticesOf(volunteer)).toEqual(['recovery-waits']);
  const late = await colleague('counsellor');
  await expect(execute(house, vouchRecovery, publicActor, typed(token, late))).rejects.toMatchObject({
    code: 'staff.recovery-not-asking',
  });
  house.clock.advance(23 * 3_600_000);
  await expect(accept(token)).rejects.toMatchObject({ code: 'staff.recovery-waits' });
  house.clock.advance(3_600_000);
  await expect(accept(token)).resolves.toMatchObject({ staffId: centre.coordinator.actor.staffId });
});
