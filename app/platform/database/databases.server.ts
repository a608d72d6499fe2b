import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';

/** The logins of the house. Each is a separate role with its own pool; none may become another. */
export type Login =
  | 'serai_app'
  | 'serai_reader'
  | 'serai_auth'
  | 'serai_audit'
  | 'serai_indexer'
  | 'serai_eraser'
  | 'serai_jobs'
  | 'serai_migrator';

export interface ConnectionTarget {
  host: string;
  port: number;
  database: string;
  /** Passwords by login for an external server; the embedded one sits behind a private socket. */
  passwords?: Record<string, string>;
  /** TLS to an external server; `false` for the certificate means encrypted, but by whomever. */
  ssl?: { rejectUnauthorized: boolean; ca?: string };
}

// Days are text here: a date has no time zone, and JavaScript's Date would give it one.
pg.types.setTypeParser(pg.types.builtins.DATE, (value) => value);
pg.types.setTypeParser(pg.types.builtins.INT8, (value) => Number(value));

// oxlint-disable-next-line typescript/no-explicit-any -- each module narrows the tables to its own
export type AnyTables = any;

export interface Databases {
  /** Writes of operations, under row security. */
  app: Kysely<AnyTables>;
  /** Reads of queries: select only, under row security. */
  reader: Kysely<AnyTables>;
  /** Sign-in and set-up: sessions, credentials. */
  auth: Kysely<AnyTables>;
  /** Appends audit rows of reads. */
  audit: Kysely<AnyTables>;
  /** Feeds the in-memory index of names. */
  indexer: Kysely<AnyTables>;
  /** Removes the rows of whoever is being erased, and reaches nobody else. */
  eraser: Kysely<AnyTables>;
  target: ConnectionTarget;
  close(): Promise<void>;
}

export function openPool(target: ConnectionTarget, login: string, max: number): pg.Pool {
  const pool = new pg.Pool({
    host: target.host,
    port: target.port,
    database: target.database,
    user: login,
    password: target.passwords?.[login],
    ssl: target.ssl,
    max,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 60_000,
    statement_timeout: 20_000,
    idle_in_transaction_session_timeout: 30_000,
    application_name: login,
  });
  // A dropped idle connection is replaced at the next use; without a listener it would end the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

export function openDatabases(target: ConnectionTarget): Databases {
  const open = (login: Login, max: number) =>
    new Kysely<AnyTables>({ dialect: new PostgresDialect({ pool: openPool(target, login, max) }) });
  const all = {
    app: open('serai_app', 12),
    reader: open('serai_reader', 12),
    auth: open('serai_auth', 4),
    audit: open('serai_audit', 4),
    indexer: open('serai_indexer', 2),
    eraser: open('serai_eraser', 2),
  };
  return {
    ...all,
    target,
    async close() {
      await Promise.all(Object.values(all).map((database) => database.destroy()));
    },
  };
}
