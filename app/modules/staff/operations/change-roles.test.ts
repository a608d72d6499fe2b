import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { publicActor } from '#platform/actor.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { latestAudit } from '../latest-audit.testing.ts';
import { viewAccount } from '../queries/view-account.query.server.ts';
import { viewStaff } from '../queries/view-staff.query.server.ts';
import { resolveActor } from '../session.server.ts';
import { addTestStaff, openTestCentre, signIn, type TestCentre, type TestStaff } from '../staff.testing.ts';
import { changeRoles } from './change-roles.server.ts';

let house: TestHouse;
let centre: TestCentre;
let omid: TestStaff;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
  omid = await addTestStaff(house, centre.coordinator.actor, ['counsellor']);
});
afterAll(() => house?.close());

const fresh = () => signIn(house, centre.coordinator);

test('a counsellor may not change roles, nobody their own, and an unknown person is not found', async () => {
  const change = { staffId: omid.actor.staffId, roles: ['coordinator'], version: 1 };
  await expect(execute(house, changeRoles, omid.actor, change)).rejects.toMatchObject({ code: 'forbidden' });
  const coordinator = await fresh();
  const own = { staffId: coordinator.staffId, roles: ['coordinator', 'counsellor'], version: 1 };
  await expect(execute(house, changeRoles, coordinator, own)).rejects.toMatchObject({
    code: 'staff.not-yourself',
    status: 403,
  });
  await expect(
    execute(house, changeRoles, coordinator, { ...change, staffId: randomUUID() }),
  ).rejects.toMatchObject({ code: 'not-found' });
});

test('a proof of the second factor that is older than ten minutes is not enough', async () => {
  const coordinator = await fresh();
  house.clock.advance(10 * 60_000 + 1);
  const change = { staffId: omid.actor.staffId, roles: ['receptionist'], version: 1 };
  await expect(execute(house, changeRoles, coordinator, change)).rejects.toMatchObject({
    code: 'step-up.required',
    status: 428,
  });
});

test('roles change at once: the open session ends and the colleague is told', async () => {
  const coordinator = await fresh();
  const staffId = omid.actor.staffId;
  omid.actor = await signIn(house, omid);
  const { version } = await read(house, viewStaff, coordinator, { staffId });
  await execute(house, changeRoles, coordinator, { staffId, roles: ['receptionist'], version });
  expect(await resolveActor(house, omid.actor.sessionToken)).toEqual(publicActor);
  expect(await latestAudit(house, 'staff.change-roles')).toMatchObject({
    subject_id: staffId,
    fields: ['roles', '+receptionist', '-counsellor'],
  });
  omid.actor = await signIn(house, omid);
  expect(omid.actor.roles).toEqual(['receptionist']);
  expect((await read(house, viewAccount, omid.actor, {})).notices).toMatchObject([
    { kind: 'roles-changed', byName: 'Mina Test' },
  ]);
  await expect(
    execute(house, changeRoles, coordinator, { staffId, roles: ['counsellor'], version }),
  ).rejects.toMatchObject({ code: 'conflict.version' });
});

test('a volunteer needs a last day', async () => {
  const coordinator = await fresh();
  const { version } = await read(house, viewStaff, coordinator, { staffId: omid.actor.staffId });
  const change = { staffId: omid.actor.staffId, roles: ['volunteer'], version };
  await expect(execute(house, changeRoles, coordinator, change)).rejects.toMatchObject({
    fields: [{ path: 'expiresOn', code: 'required' }],
  });
});

test('the last lasting coordinator keeps the role, and of two who demote each other one remains', async () => {
  const sara = await addTestStaff(house, centre.coordinator.actor, ['coordinator']);
  const mina = await fresh();
  const expiring = { staffId: mina.staffId, roles: ['coordinator'], expiresOn: '2027-01-01', version: 1 };
  await execute(house, changeRoles, sara.actor, expiring);
  const minaAgain = await fresh();
  const saraVersion = (await read(house, viewStaff, minaAgain, { staffId: sara.actor.staffId })).version;
  const demote = { staffId: sara.actor.staffId, roles: ['counsellor'], version: saraVersion };
  await expect(execute(house, changeRoles, minaAgain, demote)).rejects.toMatchObject({
    code: 'staff.last-coordinator',
    status: 409,
  });
  await execute(house, changeRoles, sara.actor, {
    staffId: mina.staffId,
    roles: ['coordinator'],
    version: 2,
  });
  const both = await Promise.allSettled([
    execute(house, changeRoles, await fresh(), demote),
    execute(house, changeRoles, sara.actor, { staffId: mina.staffId, roles: ['counsellor'], version: 3 }),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});
