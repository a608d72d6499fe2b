import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { Problem } from '../problem.ts';
import { type ConnectionTarget, openPool } from './databases.server.ts';

const mainLogins = [
  'serai_app',
  'serai_reader',
  'serai_auth',
  'serai_audit',
  'serai_indexer',
  'serai_eraser',
  'serai_jobs',
  'serai_migrator',
];
const keysLogins = ['serai_keys', 'serai_migrator'];

/** How to reach the server for set-up: the embedded superuser, or the operator's DATABASE_URL. */
export type Administrator = pg.ClientConfig;

/**
 * Makes the roles, the database and its schema `serai`. Runs at every start and changes nothing the second time.
 * `passwords` is given for an external server; the embedded one trusts its private socket.
 */
export async function prepareServer(
  admin: Administrator,
  database: string,
  kind: 'main' | 'keys',
  passwords?: Record<string, string>,
): Promise<void> {
  const server = await connectForSetUp(admin);
  try {
    // Two houses on one server may start at once; roles belong to the server, not to a database.
    await server.query('select pg_advisory_lock(7233724)');
    for (const login of kind === 'main' ? mainLogins : keysLogins)
      await makeLogin(server, login, passwords?.[login]);
    await makeRole(server, 'serai_owner', 'nologin');
    await server.query('grant serai_owner to serai_migrator');
    await joinOwners(server, kind === 'main' ? ['serai_owner', 'serai_jobs'] : ['serai_owner']);
    const found = await server.query('select 1 from pg_database where datname = $1', [database]);
    if (found.rowCount === 0) await server.query(`create database ${pg.escapeIdentifier(database)}`);
  } finally {
    await server.end();
  }
  const inside = await connectAdministrator(admin, database);
  try {
    await inside.query(`revoke all on database ${pg.escapeIdentifier(database)} from public`);
    await inside.query('revoke all on schema public from public');
    await inside.query('create schema if not exists serai authorization serai_owner');
    const logins = kind === 'main' ? mainLogins : keysLogins;
    for (const login of logins) {
      await inside.query(`grant connect on database ${pg.escapeIdentifier(database)} to ${login}`);
      await inside.query(
        `alter role ${login} in database ${pg.escapeIdentifier(database)} set search_path = serai`,
      );
    }
    await inside.query(`grant usage on schema serai to ${logins.join(', ')}`);
    if (kind === 'main') {
      await inside.query(`grant create on database ${pg.escapeIdentifier(database)} to serai_jobs`);
      await inside.query('create schema if not exists serai_queue authorization serai_jobs');
      await inside.query('grant usage on schema serai_queue to serai_app, serai_auth');
    }
  } finally {
    await inside.end();
  }
}

/**
 * Connects as the administrator. A connection string names a database of its own, which `database` replaces.
 * @throws Problem `database.refused` (user, password, pg_hba.conf) or `database.unavailable`
 */
export async function connectAdministrator(admin: Administrator, database?: string): Promise<pg.Client> {
  const client = new pg.Client({
    ...admin,
    ...(database !== undefined && inDatabase(admin, database)),
    connectionTimeoutMillis: 10_000,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return client;
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    if (code === databaseMissing) throw cause;
    if (/^[0-9A-Z]{5}$/.test(code))
      throw new Problem('database.refused', 503, { params: { reason: code }, cause });
    throw new Problem('database.unavailable', 503, { cause });
  }
}

const databaseMissing = '3D000';

/** The operator's address may name a database that is still to be made: then by way of the one that always exists. */
async function connectForSetUp(admin: Administrator): Promise<pg.Client> {
  try {
    return await connectAdministrator(admin);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === databaseMissing)
      return connectAdministrator(admin, 'postgres');
    throw error;
  }
}

function inDatabase(admin: Administrator, database: string): Administrator {
  if (admin.connectionString === undefined) return { database };
  const url = new URL(admin.connectionString);
  url.pathname = `/${encodeURIComponent(database)}`;
  return { connectionString: url.href };
}

async function makeLogin(server: pg.Client, login: string, password: string | undefined) {
  await makeRole(server, login, 'login');
  // Only a superuser may say "nosuperuser", even of a role that is none: so it is said only where it is needed.
  const mighty = await server.query(
    'select 1 from pg_roles where rolname = $1 and (rolsuper or rolbypassrls or rolcreatedb or rolcreaterole or rolreplication)',
    [login],
  );
  if (mighty.rowCount !== 0) {
    await server.query(`alter role ${login} nosuperuser nobypassrls nocreatedb nocreaterole noreplication`);
  }
  if (password !== undefined)
    await server.query(`alter role ${login} password ${pg.escapeLiteral(password)}`);
}

/** Who is no superuser must belong to a role before giving it a schema. */
async function joinOwners(server: pg.Client, roles: readonly string[]) {
  for (const role of roles) {
    const { rows } = await server.query<{ member: boolean }>(
      "select pg_has_role(current_user, $1, 'usage') as member",
      [role],
    );
    if (rows[0]?.member !== true) await server.query(`grant ${role} to current_user`);
  }
}

async function makeRole(server: pg.Client, role: string, attributes: string) {
  const found = await server.query('select 1 from pg_roles where rolname = $1', [role]);
  if (found.rowCount === 0) await server.query(`create role ${role} ${attributes}`);
}

/**
 * Runs the plain SQL files of a folder that have not run yet, in the order of their names, each in one transaction.
 * @throws Problem `database.migration-changed` when a file that has run was edited since (forward only)
 */
export async function migrate(
  target: ConnectionTarget,
  folder: string,
  as: 'serai_owner' | 'serai_jobs',
): Promise<string[]> {
  const pool = openPool(target, as === 'serai_jobs' ? 'serai_jobs' : 'serai_migrator', 1);
  const client = await pool.connect();
  const schema = as === 'serai_jobs' ? 'serai_queue' : 'serai';
  try {
    if (as === 'serai_owner') await client.query('set role serai_owner');
    await client.query(`set search_path = ${schema}`);
    await client.query(
      'create table if not exists schema_migration (name text primary key, sha256 text not null, ran_at timestamptz not null default now())',
    );
    const { rows } = await client.query<{ name: string; sha256: string }>(
      'select name, sha256 from schema_migration',
    );
    const done = new Map(rows.map((row) => [row.name, row.sha256]));
    const ran: string[] = [];
    for (const name of readdirSync(folder)
      .filter((file) => file.endsWith('.sql'))
      .sort()) {
      const text = readFileSync(join(folder, name), 'utf8');
      const sha256 = createHash('sha256').update(text).digest('hex');
      if (done.has(name)) {
        if (done.get(name) !== sha256)
          throw new Problem('database.migration-changed', 500, { params: { name } });
        continue;
      }
      await client.query('begin');
      try {
        await client.query(text);
        await client.query('insert into schema_migration (name, sha256) values ($1, $2)', [name, sha256]);
        await client.query('commit');
      } catch (error) {
        await client.query('rollback');
        throw error;
      }
      ran.push(name);
    }
    return ran;
  } finally {
    client.release(true);
    await pool.end();
  }
}
