import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { publicActor } from '#platform/actor.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { latestAudit } from '../latest-audit.testing.ts';
import { codeAt } from '../one-time-code.server.ts';
import { staffNames } from '../queries/staff-names.query.server.ts';
import { resolveActor } from '../session.server.ts';
import { addTestStaff, openTestCentre, type TestCentre } from '../staff.testing.ts';
import { beginSession } from './begin-session.server.ts';
import { disableStaff } from './disable-staff.server.ts';

let house: TestHouse;
let centre: TestCentre;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
});
afterAll(() => house?.close());

const add = (role: 'counsellor' | 'receptionist' | 'coordinator') =>
  addTestStaff(house, centre.coordinator.actor, [role]);

test('a counsellor may not close accounts, and nobody their own', async () => {
  const { actor } = await add('counsellor');
  const coordinator = centre.coordinator.actor;
  await expect(
    execute(house, disableStaff, actor, { staffId: coordinator.staffId, handOverTo: actor.staffId }),
  ).rejects.toMatchObject({ code: 'forbidden' });
  await expect(
    execute(house, disableStaff, coordinator, { staffId: coordinator.staffId, handOverTo: actor.staffId }),
  ).rejects.toMatchObject({ code: 'staff.not-yourself' });
});

test('open work passes only to an active counsellor or coordinator other than the leaver', async () => {
  const leaver = await add('counsellor');
  const receptionist = await add('receptionist');
  for (const handOverTo of [leaver.actor.staffId, receptionist.actor.staffId, randomUUID()]) {
    await expect(
      execute(house, disableStaff, centre.coordinator.actor, { staffId: leaver.actor.staffId, handOverTo }),
    ).rejects.toMatchObject({
      fields: [{ path: 'handOverTo', code: 'cannot-take-over' }],
    });
  }
  expect(await resolveActor(house, leaver.actor.sessionToken)).toMatchObject({ kind: 'staff' });
});

test('a leaver is signed out at once, cannot sign in and keeps the name on what they did', async () => {
  const leaver = await add('counsellor');
  const { staffId } = leaver.actor;
  const coordinator = centre.coordinator.actor;
  await execute(house, disableStaff, coordinator, { staffId, handOverTo: coordinator.staffId });
  expect(await resolveActor(house, leaver.actor.sessionToken)).toEqual(publicActor);
  house.clock.advance(60_000);
  const { email, passphrase, seed } = leaver;
  const code = codeAt(seed, house.clock.now());
  await expect(execute(house, beginSession, publicActor, { email, passphrase, code })).rejects.toMatchObject({
    code: 'session.refused',
  });
  expect((await read(house, staffNames, coordinator, { ids: [staffId] }))[staffId]).toMatchObject({
    name: 'Test counsellor',
    active: false,
  });
  expect(await latestAudit(house, 'staff.disable')).toMatchObject({
    subject_id: staffId,
    fields: ['status'],
  });
  await expect(
    execute(house, disableStaff, coordinator, { staffId, handOverTo: coordinator.staffId }),
  ).rejects.toMatchObject({ code: 'staff.not-active' });
});

test('a coordinator may be closed while another stays, and the database wall falls with the session', async () => {
  const sara = await add('coordinator');
  await execute(house, disableStaff, centre.coordinator.actor, {
    staffId: sara.actor.staffId,
    handOverTo: centre.coordinator.actor.staffId,
  });
  expect(await read(house, staffNames, sara.actor, {})).toEqual({});
});
