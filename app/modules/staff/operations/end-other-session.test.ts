import { afterAll, beforeAll, expect, test } from 'vitest';
import { publicActor } from '#platform/actor.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { latestAudit } from '../latest-audit.testing.ts';
import { viewAccount } from '../queries/view-account.query.server.ts';
import { viewDevices } from '../queries/view-devices.query.server.ts';
import { viewStaff } from '../queries/view-staff.query.server.ts';
import { resolveActor } from '../session.server.ts';
import { addTestStaff, openTestCentre, signIn, type TestCentre } from '../staff.testing.ts';
import { endOtherSession } from './end-other-session.server.ts';
import { endStaffSessions } from './end-staff-sessions.server.ts';

let house: TestHouse;
let centre: TestCentre;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
});
afterAll(() => house?.close());

test('nobody ends a session of somebody else this way', async () => {
  const { actor } = await addTestStaff(house, await signIn(house, centre.coordinator), ['counsellor']);
  const coordinator = await signIn(house, centre.coordinator);
  await expect(execute(house, endOtherSession, publicActor, {})).rejects.toMatchObject({ code: 'forbidden' });
  await expect(
    execute(house, endOtherSession, coordinator, { sessionId: actor.sessionId }),
  ).rejects.toMatchObject({ code: 'not-found' });
  await expect(read(house, viewDevices, publicActor, {})).rejects.toMatchObject({ code: 'forbidden' });
});

test('one is signed out in one other place, or in all of them', async () => {
  const who = await addTestStaff(house, await signIn(house, centre.coordinator), ['counsellor']);
  const [first, second, here] = [who.actor, await signIn(house, who), await signIn(house, who)];
  const { sessions } = await read(house, viewDevices, here, {});
  expect(sessions[0]).toMatchObject({ id: here.sessionId, isThis: true });
  expect(sessions.map(({ id }) => id)).toEqual(expect.arrayContaining([first.sessionId, second.sessionId]));
  await execute(house, endOtherSession, here, { sessionId: first.sessionId });
  expect(await resolveActor(house, first.sessionToken)).toEqual(publicActor);
  expect(await resolveActor(house, second.sessionToken)).toMatchObject({ kind: 'staff' });
  await execute(house, endOtherSession, here, {});
  expect(await resolveActor(house, second.sessionToken)).toEqual(publicActor);
  expect(await resolveActor(house, here.sessionToken)).toMatchObject({ kind: 'staff' });
  expect(await latestAudit(house, 'session.end-other')).toMatchObject({ subject_id: here.staffId });
});

test('a coordinator sees how many and ends all of a colleague, who is told; a counsellor may not', async () => {
  const who = await addTestStaff(house, await signIn(house, centre.coordinator), ['counsellor']);
  const { staffId } = who.actor;
  await signIn(house, who);
  const coordinator = await signIn(house, centre.coordinator);
  await expect(execute(house, endStaffSessions, who.actor, { staffId })).rejects.toMatchObject({
    code: 'forbidden',
  });
  await expect(
    execute(house, endStaffSessions, coordinator, { staffId: coordinator.staffId }),
  ).rejects.toMatchObject({ code: 'staff.not-yourself' });
  // One that the link began, and two by passphrase and code.
  expect(await read(house, viewStaff, coordinator, { staffId })).toMatchObject({ sessions: 3, passkeys: 0 });
  await execute(house, endStaffSessions, coordinator, { staffId });
  expect(await resolveActor(house, who.actor.sessionToken)).toEqual(publicActor);
  expect(await read(house, viewStaff, coordinator, { staffId })).toMatchObject({ sessions: 0 });
  expect(await latestAudit(house, 'staff.end-sessions')).toMatchObject({ subject_id: staffId });
  const back = await signIn(house, who);
  expect((await read(house, viewAccount, back, {})).notices).toMatchObject([{ kind: 'sessions-ended' }]);
});
