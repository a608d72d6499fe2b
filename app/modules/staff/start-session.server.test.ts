import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { newToken } from '#platform/house.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { codeAt } from './one-time-code.server.ts';
import { openTestCentre, type TestCentre } from './staff.testing.ts';
import { startSession } from './start-session.server.ts';

let house: TestHouse;
let centre: TestCentre;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
});
afterAll(() => house?.close());
beforeEach(() => house.clock.advance(16 * 60_000));

const nowhere = { address: undefined, deviceToken: undefined };
const right = () => ({
  email: centre.coordinator.email,
  passphrase: centre.coordinator.passphrase,
  code: codeAt(centre.coordinator.seed, house.clock.now()),
});
const guess = (
  email: string,
  origin = nowhere as { address: string | undefined; deviceToken: string | undefined },
) => startSession(house, { email, passphrase: 'a guess', code: '000000' }, origin);

test('after ten wrong guesses even the right answer is refused, for an account that exists and one that does not', async () => {
  for (const email of [centre.coordinator.email, 'nobody@centre.example']) {
    for (let attempt = 0; attempt < 10; attempt += 1)
      await expect(guess(email)).rejects.toMatchObject({ code: 'session.refused', status: 401 });
    await expect(guess(email)).rejects.toMatchObject({
      code: 'too-many-requests',
      status: 429,
      retryAfter: 900,
    });
  }
  await expect(startSession(house, right(), nowhere)).rejects.toMatchObject({ code: 'too-many-requests' });
  house.clock.advance(15 * 60_000 + 1);
  await expect(startSession(house, right(), nowhere)).resolves.toMatchObject({ token: expect.any(String) });
});

test('guesses made at the same moment do not slip through', async () => {
  const all = await Promise.allSettled(Array.from({ length: 14 }, () => guess('parallel@centre.example')));
  const codes = all.map((one) =>
    one.status === 'rejected' ? (one.reason as { code: string }).code : 'let in',
  );
  expect(codes.filter((code) => code === 'session.refused')).toHaveLength(10);
  expect(codes.filter((code) => code === 'too-many-requests')).toHaveLength(4);
});

test('the owner’s known browser is not locked out by strangers, and an unknown one is', async () => {
  const deviceToken = newToken();
  await startSession(house, right(), { ...nowhere, deviceToken });
  house.clock.advance(31_000);
  for (let attempt = 0; attempt < 11; attempt += 1)
    await expect(
      guess(centre.coordinator.email, { address: '203.0.113.9', deviceToken: undefined }),
    ).rejects.toThrow();
  await expect(startSession(house, right(), { ...nowhere, deviceToken: newToken() })).rejects.toMatchObject({
    code: 'too-many-requests',
  });
  await expect(startSession(house, right(), { address: '203.0.113.9', deviceToken })).resolves.toBeDefined();
});

test('one address cannot try many accounts', async () => {
  const origin = { address: '203.0.113.7', deviceToken: undefined };
  for (let account = 0; account < 30; account += 1)
    await expect(guess(`person-${account}@centre.example`, origin)).rejects.toMatchObject({
      code: 'session.refused',
    });
  await expect(guess('one-more@centre.example', origin)).rejects.toMatchObject({ code: 'too-many-requests' });
});

test('a right sign-in clears the account’s count, and no address stands in the database', async () => {
  const origin = { address: '203.0.113.8', deviceToken: undefined };
  for (let attempt = 0; attempt < 9; attempt += 1)
    await expect(guess(centre.coordinator.email, origin)).rejects.toMatchObject({ code: 'session.refused' });
  await startSession(house, right(), origin);
  for (let attempt = 0; attempt < 9; attempt += 1)
    await expect(guess(centre.coordinator.email, origin)).rejects.toMatchObject({ code: 'session.refused' });
  const { rows } = await house.admin.query<{ bucket_mac: Buffer }>('select * from serai.sign_in_limit');
  expect(rows.some(({ bucket_mac }) => bucket_mac.toString('latin1').includes('203.0.113'))).toBe(false);
});
