import pg from 'pg';
import { connectAdministrator } from '../database/prepare-database.server.ts';
import type { Server } from '../database/servers.server.ts';

/** The database from which those of test houses are cast: all migrations, no row. Made once for a run. */
export const mouldOf = (name: 'main' | 'keys'): string => `mould_${name}`;

/**
 * Every migration anew for every house would be half of the time that all tests take together. Servers without the
 * mould are left to the house itself, which makes its databases from the migrations.
 */
export async function castDatabase(server: Server, name: 'main' | 'keys'): Promise<void> {
  const client = await connectAdministrator(server.admin);
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [mouldOf(name)]);
    if (found.rowCount === 0) return;
    await client.query(
      `create database ${pg.escapeIdentifier(server.target.database)} template ${mouldOf(name)} strategy file_copy`,
    );
  } finally {
    await client.end();
  }
}

/** Takes the room back. A connection that is still ending is waited for; one that stays keeps its database. */
export async function dropDatabase(server: Server): Promise<void> {
  const client = await connectAdministrator(server.admin);
  try {
    await client.query(`drop database if exists ${pg.escapeIdentifier(server.target.database)}`);
  } catch {
    // The folder of the servers goes at the end anyway.
  } finally {
    await client.end();
  }
}
