import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestHouse, type TestHouse } from '../testing/test-house.server.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house?.close());

const place = { table: 't', column: 'c', row: 'r' };

test('a key that never was, and a shredded one, open nothing', async () => {
  const { keys } = house.vault;
  await expect(keys.open(crypto.randomUUID())).rejects.toMatchObject({
    code: 'vault.key-missing',
    status: 410,
  });
  const id = await keys.mint('person');
  const sealed = await house.vault.seal(id, place, 'still here');
  await keys.shred(id);
  await expect(house.vault.unseal(id, place, sealed)).rejects.toMatchObject({ code: 'vault.key-missing' });
});

test('a shredded key leaves a tombstone that nothing fills again', async () => {
  const id = await house.vault.keys.mint('person');
  await house.vault.keys.shred(id);
  await house.vault.keys.shred(id);
  const { rows } = await house.keysAdmin.query(
    'select wrapped, shredded_at is not null as gone from serai.wrapped_key where id = $1',
    [id],
  );
  expect(rows).toEqual([{ wrapped: null, gone: true }]);
});

test('keys are durable before they are handed out, never twice, and wrapped', async () => {
  const ids = await Promise.all(Array.from({ length: 100 }, () => house.vault.keys.mint('person')));
  expect(new Set(ids).size).toBe(100);
  const { rows } = await house.keysAdmin.query(
    'select id, wrapped from serai.wrapped_key where id = any($1)',
    [ids],
  );
  expect(rows).toHaveLength(100);
  const key = await house.vault.keys.open(ids[0] ?? '');
  expect(rows.some((row) => row.wrapped.includes(key))).toBe(false);
});

test('a stretch of time has one key, whoever asks first', async () => {
  const until = new Date('2026-12-01');
  const ids = await Promise.all(
    Array.from({ length: 5 }, () => house.vault.keys.forPeriod('draft/2026-10', until)),
  );
  expect(new Set(ids).size).toBe(1);
});

test('a stretch whose key a wrong clock had destroyed too early gets another one, and the first stays gone', async () => {
  const until = new Date(house.clock.now().getTime() + 7 * 24 * 3_600_000);
  const first = await house.vault.keys.forPeriod('draft/2026-11', until);
  await house.vault.keys.shredExpired(new Date('2036-03-10T09:00:00Z'));
  const second = await house.vault.keys.forPeriod('draft/2026-11', until);
  expect(second).not.toBe(first);
  await expect(house.vault.keys.open(second)).resolves.toHaveLength(32);
  await expect(house.vault.keys.open(first)).rejects.toMatchObject({ code: 'vault.key-missing' });
});

test('of many rows those whose key is gone come back as nothing', async () => {
  const [kept, lost] = [await house.vault.keys.mint('person'), await house.vault.keys.mint('person')];
  const rows = await Promise.all(
    [kept, lost].map(async (keyId) => ({
      keyId,
      place,
      sealed: await house.vault.seal(keyId, place, keyId),
    })),
  );
  await house.vault.keys.shred(lost);
  expect(await house.vault.unsealMany(rows)).toEqual([kept, undefined]);
});
