import { afterAll, beforeAll, expect, test } from 'vitest';
import { publicActor } from '#platform/actor.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { latestAudit } from '../latest-audit.testing.ts';
import { resolveActor } from '../session.server.ts';
import { openTestCentre, signIn, type TestCentre } from '../staff.testing.ts';
import { changePassphrase } from './change-passphrase.server.ts';

let house: TestHouse;
let centre: TestCentre;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
});
afterAll(() => house?.close());

const next = 'nine patient herons by the river';

test('the public cannot change a passphrase', async () => {
  await expect(
    execute(house, changePassphrase, publicActor, { current: 'x', passphrase: next }),
  ).rejects.toMatchObject({ code: 'forbidden' });
});

test('the present passphrase must be right and the new one long and different', async () => {
  const { actor, passphrase } = centre.coordinator;
  const change = (input: object) => execute(house, changePassphrase, actor, input);
  await expect(change({ current: 'wrong', passphrase: next })).rejects.toMatchObject({
    fields: [{ path: 'current', code: 'wrong-passphrase' }],
  });
  await expect(change({ current: passphrase, passphrase: 'short' })).rejects.toMatchObject({
    fields: [{ path: 'passphrase', code: 'passphrase-short' }],
  });
  await expect(change({ current: passphrase, passphrase: 'iloveyou12345' })).rejects.toMatchObject({
    fields: [{ path: 'passphrase', code: 'passphrase-common' }],
  });
  await expect(change({ current: passphrase, passphrase: 'Old Caravanserai' })).rejects.toMatchObject({
    fields: [{ path: 'passphrase', code: 'passphrase-own-words' }],
  });
  await expect(change({ current: passphrase, passphrase })).rejects.toMatchObject({
    fields: [{ path: 'passphrase', code: 'same-as-before' }],
  });
});

test('every other session ends, this one goes on', async () => {
  const elsewhere = await signIn(house, centre.coordinator);
  const here = await signIn(house, centre.coordinator);
  await execute(house, changePassphrase, here, { current: centre.coordinator.passphrase, passphrase: next });
  expect(await resolveActor(house, elsewhere.sessionToken)).toEqual(publicActor);
  expect(await resolveActor(house, here.sessionToken)).toMatchObject({ kind: 'staff' });
  expect(await latestAudit(house, 'staff.change-passphrase')).toMatchObject({ fields: ['passphrase'] });
  await expect(signIn(house, { ...centre.coordinator, passphrase: next })).resolves.toMatchObject({
    kind: 'staff',
  });
});
