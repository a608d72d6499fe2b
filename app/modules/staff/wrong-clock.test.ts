import { afterAll, beforeAll, expect, test } from 'vitest';
import { publicActor } from '#platform/actor.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { acceptCode, codeAt, newSeed } from './one-time-code.server.ts';
import { beginSession } from './operations/begin-session.server.ts';
import { resolveActor } from './session.server.ts';
import { openTestCentre, type TestStaff } from './staff.testing.ts';

// A battery that ran out puts the clock of a computer years away, and somebody signs in before it is put right.
let house: TestHouse;
let who: TestStaff;
beforeAll(async () => {
  house = await openTestHouse();
  who = (await openTestCentre(house)).coordinator;
});
afterAll(() => house?.close());

const signInNow = () => {
  const { email, passphrase, seed } = who;
  return execute(house, beginSession, publicActor, {
    email,
    passphrase,
    code: codeAt(seed, house.clock.now()),
  });
};

test('a session begun while the clock was ahead is nobody’s when it is right again, and its owner can sign in anew', async () => {
  house.clock.set('2036-03-10T09:00:00Z');
  const { token } = await signInNow();
  expect((await resolveActor(house, token)).kind).toBe('staff');
  house.clock.set('2026-03-10T10:00:00Z');
  expect(await resolveActor(house, token)).toEqual(publicActor);
  const again = await signInNow();
  expect((await resolveActor(house, again.token)).kind).toBe('staff');
  await expect(signInNow()).rejects.toMatchObject({ code: 'session.refused' });
});

test('a code counts once, also when the clock lags by some minutes', () => {
  const seed = newSeed();
  const now = new Date('2026-03-10T09:00:00Z');
  const step = acceptCode(seed, codeAt(seed, now), now, null) ?? 0;
  expect(acceptCode(seed, codeAt(seed, now), now, step)).toBeUndefined();
  expect(acceptCode(seed, codeAt(seed, now), now, step + 20)).toBeUndefined();
  expect(acceptCode(seed, codeAt(seed, now), now, step + 1_000_000)).toBe(step);
});
