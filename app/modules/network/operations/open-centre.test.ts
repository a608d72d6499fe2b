import { afterAll, beforeAll, expect, test } from 'vitest';
import type { StaffActor } from '#platform/actor.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { listClients } from '#modules/clients/queries/list-clients.query.server.ts';
import { latestAudit } from '#modules/staff/latest-audit.testing.ts';
import { changeRoles } from '#modules/staff/operations/change-roles.server.ts';
import { inviteStaff } from '#modules/staff/operations/invite-staff.server.ts';
import { resetSecondFactor } from '#modules/staff/operations/reset-second-factor.server.ts';
import {
  addTestStaff,
  openTestCentre,
  signIn,
  type TestCentre,
  type TestStaff,
} from '#modules/staff/staff.testing.ts';
import { resolveActor } from '#modules/staff/session.server.ts';
import { addNetworkAdministrator, newNetworkCentre, openNetworkCentre } from '../network.testing.ts';
import { listCentres } from '../queries/list-centres.query.server.ts';
import { inviteAdministrator } from './invite-administrator.server.ts';
import { openCentre } from './open-centre.server.ts';
import { removeAdministrator } from './remove-administrator.server.ts';
import { resumeCentre } from './resume-centre.server.ts';
import { suspendCentre } from './suspend-centre.server.ts';

let house: TestHouse;
let centre: TestCentre;
let keeper: StaffActor;
let admin: TestStaff;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
  keeper = centre.coordinator.actor;
  admin = await addNetworkAdministrator(house, keeper);
});
afterAll(() => house?.close());

const later = () => house.clock.advance(11 * 60_000);

test('a coordinator opens no centre, and an administrator only with a fresh proof', async () => {
  await expect(execute(house, openCentre, keeper, newNetworkCentre())).rejects.toMatchObject({
    code: 'forbidden',
  });
  const stale = { ...admin.actor, steppedUpAt: new Date(0) };
  await expect(execute(house, openCentre, stale, newNetworkCentre())).rejects.toMatchObject({
    code: 'step-up.required',
  });
  expect((await house.admin.query('select 1 from serai.centre')).rowCount).toBe(1);
});

test('the role stands alone: with a role that sees people it is refused, by the form and by the database', async () => {
  const both = {
    name: 'Two',
    email: 'two@centre.example',
    roles: ['network_administrator', 'counsellor'],
    language: 'en',
  };
  await expect(execute(house, inviteStaff, keeper, both)).rejects.toMatchObject({
    fields: [{ path: 'roles', code: 'role-alone' }],
  });
  await expect(
    house.admin.query(
      `update serai.staff_member set roles = '{network_administrator,counsellor}' where id = $1`,
      [admin.actor.staffId],
    ),
  ).rejects.toThrow(/network_administrator_alone/);
});

test('while there is one, a coordinator neither gives nor takes the role, nor resets its secrets to come in themselves', async () => {
  const fresh = await signIn(house, centre.coordinator);
  const second = {
    name: 'Second',
    email: 'second-net@centre.example',
    roles: ['network_administrator'],
    language: 'en',
  };
  await expect(execute(house, inviteStaff, fresh, second)).rejects.toMatchObject({
    code: 'staff.network-has-administrator',
  });
  const other = await execute(house, inviteAdministrator, await signIn(house, admin), {
    name: 'Other',
    email: 'other-net@centre.example',
    language: 'en',
  });
  for (const attempt of [
    execute(house, resetSecondFactor, fresh, { staffId: admin.actor.staffId, lost: 'everything' }),
    execute(house, changeRoles, fresh, { staffId: admin.actor.staffId, roles: ['receptionist'], version: 1 }),
  ]) {
    await expect(attempt).rejects.toMatchObject({ code: 'staff.network-has-administrator' });
  }
  await expect(execute(house, removeAdministrator, fresh, { staffId: other.staffId })).rejects.toMatchObject({
    code: 'forbidden',
  });
  await expect(
    execute(house, inviteAdministrator, fresh, {
      name: 'Third',
      email: 'third@centre.example',
      language: 'en',
    }),
  ).rejects.toMatchObject({ code: 'forbidden' });
  const again = await signIn(house, admin);
  await expect(execute(house, removeAdministrator, again, { staffId: again.staffId })).rejects.toMatchObject({
    code: 'staff.not-yourself',
  });
  await execute(house, removeAdministrator, again, { staffId: other.staffId });
  expect(
    (await house.admin.query('select status from serai.staff_member where id = $1', [other.staffId])).rows,
  ).toEqual([{ status: 'disabled' }]);
  const counsellor = await addTestStaff(house, keeper, ['counsellor']);
  await expect(
    execute(house, removeAdministrator, again, { staffId: counsellor.actor.staffId }),
  ).rejects.toMatchObject({ code: 'not-found' });
});

test('a centre opens, its coordinator comes in by an own passphrase, and both records say so', async () => {
  const administrator = await signIn(house, admin);
  const opened = await openNetworkCentre(house, administrator);
  expect(opened.coordinator.actor.centre.id).toBe(opened.centreId);
  const rows = await house.admin.query(
    `select centre_id from serai.audit_event where action = 'network.open-centre' and result = 'done' order by at desc limit 2`,
  );
  expect(new Set(rows.rows.map((row) => row.centre_id))).toEqual(new Set([opened.centreId, centre.centreId]));
  const { centres, administrators } = await read(house, listCentres, administrator, {});
  expect(centres).toHaveLength(2);
  expect(centres.find(({ id }) => id === opened.centreId)).toMatchObject({
    activeStaff: 1,
    coordinators: 1,
    own: false,
  });
  expect(administrators).toMatchObject([{ self: true }]);
  await expect(read(house, listClients, administrator, {})).rejects.toMatchObject({ code: 'forbidden' });
  await expect(read(house, listCentres, opened.coordinator.actor, {})).rejects.toMatchObject({
    code: 'forbidden',
  });
});

test('a suspended centre signs everybody out and takes nobody in, until it is resumed', async () => {
  later();
  const administrator = await signIn(house, admin);
  const { centreId, coordinator } = await openNetworkCentre(house, administrator, {
    name: 'Hill Centre',
    email: 'hill@hill.example',
  });
  await expect(
    execute(house, suspendCentre, administrator, { centreId: centre.centreId, reason: 'x' }),
  ).rejects.toMatchObject({ code: 'not-found' });
  await expect(execute(house, resumeCentre, administrator, { centreId })).rejects.toMatchObject({
    code: 'network.not-suspended',
  });
  await execute(house, suspendCentre, administrator, { centreId, reason: 'the building was searched' });
  expect((await resolveActor(house, coordinator.actor.sessionToken)).kind).toBe('public');
  await expect(signIn(house, coordinator)).rejects.toMatchObject({ code: 'session.refused' });
  expect(await latestAudit(house, 'network.suspend-centre')).toMatchObject({ subject_id: centreId });
  const { rows } = await house.admin.query(
    "select purpose, sealed_detail from serai.audit_event where action = 'network.suspend-centre'",
  );
  expect(rows.map(({ purpose }) => purpose)).not.toContain('the building was searched');
  expect(rows.some(({ sealed_detail: sealed }) => sealed !== null)).toBe(true);
  await execute(house, resumeCentre, administrator, { centreId });
  expect((await signIn(house, coordinator)).centre.id).toBe(centreId);
});
