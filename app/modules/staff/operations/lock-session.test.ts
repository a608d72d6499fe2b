import { afterAll, beforeAll, expect, test } from 'vitest';
import { isStaff, publicActor } from '#platform/actor.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { latestAudit } from '../latest-audit.testing.ts';
import { staffNames } from '../queries/staff-names.query.server.ts';
import { resolveActor } from '../session.server.ts';
import { openTestCentre, signIn, type TestCentre } from '../staff.testing.ts';
import { changePassphrase } from './change-passphrase.server.ts';
import { lockSession } from './lock-session.server.ts';

let house: TestHouse;
let centre: TestCentre;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
});
afterAll(() => house?.close());

test('the public has no screen to lock', async () => {
  await expect(execute(house, lockSession, publicActor, {})).rejects.toMatchObject({ code: 'forbidden' });
});

test('a locked screen reads and writes nothing', async () => {
  const actor = await signIn(house, centre.coordinator);
  await execute(house, lockSession, actor, {});
  expect(await latestAudit(house, 'session.lock')).toMatchObject({ subject_id: actor.staffId });
  const locked = await resolveActor(house, actor.sessionToken);
  expect(locked).toMatchObject({ kind: 'staff', locked: true, roles: [] });
  await expect(read(house, staffNames, locked, {})).rejects.toMatchObject({ code: 'forbidden' });
  await expect(
    execute(house, changePassphrase, locked, { current: 'x', passphrase: 'nine patient herons' }),
  ).rejects.toMatchObject({ code: 'forbidden' });
});

test('with the application’s rule out of the way, the database still shows a locked screen nothing', async () => {
  const actor = await signIn(house, centre.coordinator);
  expect(Object.keys(await read(house, staffNames, actor, {}))).toHaveLength(1);
  await execute(house, lockSession, actor, {});
  expect(await read(house, staffNames, actor, {})).toEqual({});
});

test('twenty idle minutes lock the screen, and work does not', async () => {
  const actor = await signIn(house, centre.coordinator);
  for (let minutes = 0; minutes < 60; minutes += 19) {
    house.clock.advance(19 * 60_000);
    expect(await resolveActor(house, actor.sessionToken)).toMatchObject({ locked: false });
  }
  house.clock.advance(20 * 60_000 + 1);
  const idle = await resolveActor(house, actor.sessionToken);
  expect(isStaff(idle) && idle.locked).toBe(true);
  expect(await read(house, staffNames, actor, {})).toEqual({});
});
