import { afterAll, beforeAll, expect, test } from 'vitest';
import pg from 'pg';
import { openTestHouse, type TestHouse } from '../testing/test-house.server.ts';
import { checkDurability } from './durability-check.server.ts';
import { checkWall } from './wall-checks.server.ts';

let house: TestHouse;
let admin: pg.Client;
beforeAll(async () => {
  house = await openTestHouse();
  admin = new pg.Client({
    host: house.databases.target.host,
    port: house.databases.target.port,
    user: 'serai_superuser',
    database: house.databases.target.database,
  });
  await admin.connect();
});
afterAll(async () => {
  await admin?.end();
  await house?.close();
});

/** What the doctor finds after this was done to the database; it is undone at once. */
async function broken(statement: string) {
  await admin.query('begin');
  try {
    await admin.query(statement);
    return (await checkWall(admin))
      .filter(({ level }) => level !== 'ok')
      .map(({ check, level, params }) => ({ check, level, names: params?.['names'] }));
  } finally {
    await admin.query('rollback');
  }
}

const red = (check: string, names: string) => [{ check, level: 'danger', names }];

test('a house as installed is well', async () => {
  expect((await checkWall(admin)).filter(({ level }) => level !== 'ok')).toEqual([]);
});

test('a table without forced row security is named', async () => {
  expect(await broken('alter table serai.client no force row level security')).toEqual(
    red('rowSecurity', 'client'),
  );
  expect(await broken('alter table serai.consent disable row level security')).toEqual(
    red('rowSecurity', 'consent'),
  );
  expect(await broken('create table serai.side_list (id uuid)')).toEqual(red('rowSecurity', 'side_list'));
});

test('a function with its owner’s rights that is not on the list is named, and one whose path was let go', async () => {
  expect(
    await broken(
      `create function serai.peep() returns text language sql security definer set search_path = serai, pg_temp as 'select 1::text'`,
    ),
  ).toEqual(red('definers', 'serai.peep'));
  expect(await broken('alter function serai.session_centre() reset search_path')).toEqual(
    red('definers', 'serai.session_centre'),
  );
  expect(await broken('alter function serai.session_staff() set search_path = public')).toEqual(
    red('definers', 'serai.session_staff'),
  );
});

test('a view that looks with its owner’s rights is named', async () => {
  expect(await broken('create view serai.everyone as select id from serai.client')).toEqual(
    red('views', 'everyone'),
  );
  expect(
    await broken('create view serai.own_only with (security_invoker = true) as select id from serai.client'),
  ).toEqual([]);
});

test('a login with more power than its work is named', async () => {
  for (const power of ['superuser', 'bypassrls', 'createrole', 'createdb', 'replication']) {
    expect(await broken(`alter role serai_reader ${power}`)).toContainEqual(red('roles', 'serai_reader')[0]);
  }
  expect(await broken('alter role serai_owner login')).toEqual(red('roles', 'serai_owner'));
});

test('a login that could become another is named', async () => {
  expect(await broken('grant serai_auth to serai_app')).toEqual(red('memberships', 'serai_app → serai_auth'));
});

test('an application that could make tables, or reach the queue, is named', async () => {
  expect(await broken('grant create on schema serai to serai_app')).toEqual(red('creation', 'serai_app'));
  expect(await broken('grant usage on schema graphile_worker to serai_auth')).toEqual(
    red('creation', 'serai_auth'),
  );
});

test('a reader that could write, and an audit that could be changed, are named', async () => {
  expect(await broken('grant update on serai.client to serai_reader')).toEqual(red('grants', 'client'));
  expect(await broken('grant delete on serai.audit_event to serai_app')).toEqual(red('grants', 'serai_app'));
});

test('a server that does not write to the disk is dangerous', async () => {
  // The servers of the tests run without fsync on purpose.
  expect(await checkDurability(admin, 'main')).toMatchObject({
    check: 'durability',
    level: 'danger',
    params: { names: expect.stringContaining('main: fsync') },
  });
});
