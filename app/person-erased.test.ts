import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { erasingSteps } from '#modules/erasures/erasing-steps.server.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house?.close());

/**
 * Tables that name a person and stay as they are: the record of who did what, whose chain must hold (ids alone, details
 * under the destroyed key), and the eraser's own list, which is empty when it is done.
 */
const stays = new Set(['audit_event', 'erasure_person']);

/** Every table with a foreign key to a file, or with a column that by its name holds the id of one. */
async function tablesNamingPeople(): Promise<string[]> {
  const { rows } = await house.admin.query<{ name: string }>(
    `select c.conrelid::regclass::text as name from pg_constraint c
       where c.contype = 'f' and c.confrelid = 'serai.client'::regclass
     union
     select a.attrelid::regclass::text from pg_attribute a join pg_class t on t.oid = a.attrelid
       join pg_namespace n on n.oid = t.relnamespace
     where n.nspname = 'serai' and t.relkind = 'r' and a.attnum > 0 and not a.attisdropped and a.atttypid = 'uuid'::regtype
       and a.attname ~ '(^|_)(client|person|child|guardian)(_id)?$'
     order by 1`,
  );
  return rows.map(({ name }) => name.replace('serai.', ''));
}

const named = () => new Set(erasingSteps.flatMap(({ tables }) => Object.keys(tables)));
const missing = async () =>
  (await tablesNamingPeople()).filter((table) => !named().has(table) && !stays.has(table));

test('every table that names a person is on the list of what is erased', async () => {
  expect(await missing()).toEqual([]);
});

test('the list names no table that is not there', async () => {
  const { rows } = await house.admin.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'serai'::regnamespace and relkind = 'r'`,
  );
  const there = new Set(rows.map(({ name }) => name));
  expect([...named()].filter((table) => !there.has(table))).toEqual([]);
});

test('a new table that forgets to say so is found', async () => {
  await house.admin.query(
    'create table serai.forgotten_link (client_id uuid not null references serai.client (id))',
  );
  await house.admin.query('create table serai.forgotten_id (person_id uuid not null)');
  expect(await missing()).toEqual(['forgotten_id', 'forgotten_link']);
  await house.admin.query('drop table serai.forgotten_link, serai.forgotten_id');
});
