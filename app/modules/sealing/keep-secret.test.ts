import { afterAll, beforeAll, expect, test } from 'vitest';
import { execute } from '#platform/operations/execute.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { changePassphrase } from '#modules/staff/operations/change-passphrase.server.ts';
import { changeRoles } from '#modules/staff/operations/change-roles.server.ts';
import { disableStaff } from '#modules/staff/operations/disable-staff.server.ts';
import { editStaff } from '#modules/staff/operations/edit-staff.server.ts';
import { resetSecondFactor } from '#modules/staff/operations/reset-second-factor.server.ts';
import { addTestStaff, openTestCentre, type TestCentre } from '#modules/staff/staff.testing.ts';
import { keepSecret } from './keep-secret.server.ts';
import { findByPassphrase } from './open-wrap.server.ts';
import { signInAtDoor, wrapCount } from './sealing.testing.ts';

let house: TestHouse;
let centre: TestCentre;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
});
afterAll(() => house.close());

const join = (role: 'counsellor' | 'volunteer') => addTestStaff(house, centre.coordinator.actor, [role]);
const opens = async (who: { email: string; passphrase: string }) =>
  (await findByPassphrase(house, who)) !== undefined;
const versionOf = async (staffId: string) =>
  (await house.admin.query('select version from serai.staff_member where id = $1', [staffId])).rows[0]
    .version;
const coordinator = () => signInAtDoor(house, centre.coordinator);

test('a volunteer signs in and opens no house', async () => {
  const volunteer = await join('volunteer');
  await signInAtDoor(house, volunteer);
  expect(await opens(volunteer)).toBe(false);
});

test('before the first sign-in at the door nobody’s passphrase opens the house, after it theirs does, once', async () => {
  const who = await join('counsellor');
  expect(await opens(who)).toBe(false);
  await signInAtDoor(house, who);
  await signInAtDoor(house, who);
  expect(await opens(who)).toBe(true);
  const { rows } = await house.admin.query('select * from serai.unlock_wrap where staff_id = $1', [
    who.actor.staffId,
  ]);
  expect(rows).toHaveLength(1);
});

test('another passphrase, another address, both swapped: nothing opens', async () => {
  const who = await join('counsellor');
  const other = await join('counsellor');
  await signInAtDoor(house, who);
  await signInAtDoor(house, other);
  expect(await opens({ ...who, passphrase: 'another long passphrase' })).toBe(false);
  expect(await opens({ ...who, email: 'nobody@centre.example' })).toBe(false);
  // Both have the same passphrase here, and still each opens only with their own address.
  expect((await findByPassphrase(house, who))?.staffId).toBe(who.actor.staffId);
  expect((await findByPassphrase(house, { ...who, email: other.email.toUpperCase() }))?.staffId).toBe(
    other.actor.staffId,
  );
});

test('no address and no passphrase stands in what is kept, in no form that can be looked up', async () => {
  const who = await join('counsellor');
  await signInAtDoor(house, who);
  const { rows } = await house.admin.query(
    `select * from serai.unlock_wrap w join serai.unlock_person p using (staff_id) where staff_id = $1`,
    [who.actor.staffId],
  );
  const columns = Object.keys(rows[0] as object).sort();
  // Whatever is added here has to be thought about: a stolen database is read by this table first.
  const known =
    'centre_id credential_hash granted id kind made_at made_on memory passes passkey_id sealed_key split_id staff_id wrapped';
  expect(columns).toEqual(known.split(' '));
});

test.each([
  [
    'a leaver',
    async (staffId: string) =>
      execute(house, disableStaff, await coordinator(), {
        staffId,
        handOverTo: centre.coordinator.actor.staffId,
      }),
  ],
  [
    'somebody who becomes a volunteer',
    async (staffId: string) =>
      execute(house, changeRoles, await coordinator(), {
        staffId,
        roles: ['volunteer'],
        expiresOn: '2026-12-31',
        version: await versionOf(staffId),
      }),
  ],
  [
    'somebody whose account gets a last day',
    async (staffId: string) =>
      execute(house, changeRoles, await coordinator(), {
        staffId,
        roles: ['counsellor'],
        expiresOn: '2026-12-31',
        version: await versionOf(staffId),
      }),
  ],
  [
    'somebody whose phone is lost',
    async (staffId: string) => execute(house, resetSecondFactor, await coordinator(), { staffId }),
  ],
])('%s opens no house any more, at once', async (_who, change) => {
  const who = await join('counsellor');
  await signInAtDoor(house, who);
  expect(await opens(who)).toBe(true);
  await change(who.actor.staffId);
  expect(await opens(who)).toBe(false);
  const { rows } = await house.admin.query('select 1 from serai.unlock_person where staff_id = $1', [
    who.actor.staffId,
  ]);
  expect(rows).toHaveLength(0);
});

test('the old passphrase opens nothing after a change, the new one does once it was told', async () => {
  const who = await join('counsellor');
  const actor = await signInAtDoor(house, who);
  const passphrase = 'eleven warm lanterns on the wall';
  await execute(house, changePassphrase, actor, { current: who.passphrase, passphrase });
  expect(await opens(who)).toBe(false);
  await keepSecret(house, { staffId: actor.staffId, passphrase });
  expect(await opens({ ...who, passphrase })).toBe(true);
});

test('planted: without the trigger of the table a leaver would still open the house, and this test sees it', async () => {
  const who = await join('counsellor');
  await signInAtDoor(house, who);
  await house.admin.query('alter table serai.staff_member disable trigger staff_member_unlock');
  await execute(house, disableStaff, await coordinator(), {
    staffId: who.actor.staffId,
    handOverTo: centre.coordinator.actor.staffId,
  });
  await house.admin.query('alter table serai.staff_member enable trigger staff_member_unlock');
  expect(await opens(who)).toBe(true);
  expect(await wrapCount(house)).toBeGreaterThan(0);
});

test('another address needs a new sign-in, because the address is part of the secret', async () => {
  const who = await join('counsellor');
  await signInAtDoor(house, who);
  const email = `moved-${who.email}`;
  await execute(house, editStaff, await coordinator(), {
    staffId: who.actor.staffId,
    name: 'Test counsellor',
    email,
    language: 'en',
    version: await versionOf(who.actor.staffId),
  });
  expect(await opens(who)).toBe(false);
  expect(await opens({ ...who, email })).toBe(false);
  await signInAtDoor(house, { ...who, email });
  expect(await opens({ ...who, email })).toBe(true);
});
