import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { openTestCentre, type TestCentre } from '#modules/staff/staff.testing.ts';
import { sealIdentity, unsealIdentity } from './client-identity.server.ts';
import { registerTestClient } from './clients.testing.ts';
import { peopleIndex } from './people-index.server.ts';

let house: TestHouse;
let centre: TestCentre;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
});
afterAll(() => house?.close());

const register = (given: string) =>
  registerTestClient(house, centre.coordinator.actor, { names: [{ given, family: 'Canary' }], phones: [] });
const found = async (text: string) =>
  (await peopleIndex(house).search(centre.centreId, text, { limit: 5 })).map(({ id }) => id);

/** The sealed identity of a person under another name. */
async function renamed(clientId: string, given: string): Promise<Buffer> {
  const { rows } = await house.admin.query('select sealed from serai.client_identity where client_id = $1', [
    clientId,
  ]);
  const identity = await unsealIdentity(house.vault, clientId, rows[0].sealed);
  return sealIdentity(house.vault, clientId, { ...identity, names: [{ given, kind: 'main' }] });
}

test('while the index is being built a search says so, and how far it is', async () => {
  const blocker = await house.admin.connect();
  await blocker.query('begin');
  await blocker.query('lock table serai.client_identity in access exclusive mode');
  house.resources.delete('people-index');
  await expect(peopleIndex(house).search(centre.centreId, 'anybody', { limit: 5 })).rejects.toMatchObject({
    code: 'clients.index-building',
    status: 503,
    retryAfter: 5,
  });
  await blocker.query('commit');
  blocker.release();
  await peopleIndex(house).ready;
  expect(peopleIndex(house).progress).toBe(100);
});

test('a change that began early and was committed late is not missed', async () => {
  const { clientId } = await register('Earlybird');
  expect(await found('Earlybird')).toEqual([clientId]);
  const sealed = await renamed(clientId, 'Latecomer');
  const slow = await house.admin.connect();
  await slow.query('begin');
  await slow.query('update serai.client_identity set sealed = $1 where client_id = $2', [sealed, clientId]);
  const other = await register('Meanwhile');
  expect(await found('Meanwhile')).toEqual([other.clientId]);
  expect(await found('Latecomer')).toEqual([]);
  await slow.query('commit');
  slow.release();
  expect(await found('Latecomer')).toEqual([clientId]);
  expect(await found('Earlybird')).toEqual([]);
});

test('many searches at once all see what was written before them', async () => {
  const { clientId } = await register('Simultan');
  const answers = await Promise.all(Array.from({ length: 8 }, () => found('Simultan')));
  expect(answers).toEqual(Array.from({ length: 8 }, () => [clientId]));
});

test('another process builds the same index from the sealed rows', async () => {
  const before = peopleIndex(house);
  const { clientId } = await register('Secondhouse');
  await found('Secondhouse');
  house.resources.delete('people-index');
  await peopleIndex(house).ready;
  expect(peopleIndex(house).size).toBe(before.size);
  expect(await found('Secondhouse')).toEqual([clientId]);
});

test('whose key was destroyed is forgotten', async () => {
  const { clientId } = await register('Forgotten');
  expect(await found('Forgotten')).toEqual([clientId]);
  await house.vault.keys.shred(clientId);
  await house.admin.query('update serai.client_identity set version = version + 1 where client_id = $1', [
    clientId,
  ]);
  expect(await found('Forgotten')).toEqual([]);
});

test('a merged file is nobody of its own; its number finds whoever took it in, however far the way', async () => {
  const [first, second, last] = [
    await register('Mergedone'),
    await register('Mergedtwo'),
    await register('Stays'),
  ];
  const merge = (from: string, into: string | null) =>
    house.admin.query('update serai.client set merged_into = $2 where id = $1', [from, into]);
  await merge(first.clientId, second.clientId);
  await merge(second.clientId, last.clientId);
  expect(await found('Mergedone')).toEqual([]);
  expect(await found('Mergedtwo')).toEqual([]);
  expect(await found(first.fileNo)).toEqual([last.clientId]);
  expect(await found(second.fileNo)).toEqual([last.clientId]);
  await merge(second.clientId, null);
  expect(await found(second.fileNo)).toEqual([second.clientId]);
  expect(await found(first.fileNo)).toEqual([second.clientId]);
});
