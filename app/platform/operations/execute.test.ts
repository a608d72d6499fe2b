import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestHouse, type TestHouse } from '../testing/test-house.server.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house?.close());

test('a transaction without a session sees no row', async () => {
  const { rows } = await sql`select * from draft`.execute(house.databases.app);
  expect(rows).toEqual([]);
});
