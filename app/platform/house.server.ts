import { randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { runMigrations } from 'graphile-worker';
import type { Pool } from 'pg';
import { chainPending } from './audit/pending-audit.server.ts';
import type { Config } from './config.server.ts';
import {
  type ConnectionTarget,
  type Databases,
  openDatabases,
  openPool,
} from './database/databases.server.ts';
import { openDatabaseSecret } from './database/database-secret.server.ts';
import { embeddedServers, externalServers, type Servers } from './database/servers.server.ts';
import { migrate, prepareServer } from './database/prepare-database.server.ts';
import { createDocuments, type Documents } from './documents/documents.server.ts';
import { createFileStore, type FileStore } from './files/file-store.server.ts';
import { createTranslators } from './language/translators.server.ts';
import type { Translators } from './language/translators.ts';
import { createLog, type Log } from './log.server.ts';
import type { Policy } from './policy/policy.ts';
import { Problem } from './problem.ts';
import { programDir } from './program-dir.server.ts';
import { createHouseLock, type HouseLock, keyMark } from './vault/house-lock.server.ts';
import { openKeyFile } from './vault/root-key.server.ts';
import { readUnlockMode } from './vault/unlock-mode.server.ts';
import { createVaultDoor, type Vault, type VaultDoor } from './vault/vault.server.ts';

export interface Clock {
  now(): Date;
}

/** Everything a running centre is made of. Passed by hand: no module keeps state of its own. */
export interface House extends HouseLock {
  id: string;
  config: Config;
  clock: Clock;
  log: Log;
  databases: Databases;
  vault: Vault;
  files: FileStore;
  policy: Policy;
  documents: Documents;
  translators: Translators;
  /** What a module keeps in memory for this house, by name (the index of people). */
  resources: Map<string, unknown>;
  /** Run when the house closes, last in first out. */
  onClose(task: () => Promise<void> | void): void;
  close(): Promise<void>;
}

export interface HouseOptions {
  policy: Policy;
  clock?: Clock;
  log?: Log;
  /** Servers that are already up (tests share one cluster). */
  servers?: Servers;
  /** Leaves the key file alone and stays sealed until `unlock`, whatever the house chose. */
  sealed?: boolean;
  /** An opening before this one has brought roles and schema up to date. */
  prepared?: boolean;
}

export { programDir };

/**
 * Opens the house: database servers, roles, migrations, keys. Idempotent: the second start changes nothing. A house that
 * people open, or one that is told to, comes up sealed: it serves the public half and knows no key.
 * @throws Problem `vault.key-file-missing`, `vault.key-file-foreign`, `database.*` with what to do
 */
export async function openHouse(config: Config, options: HouseOptions): Promise<House> {
  const log = options.log ?? createLog(config.log);
  mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
  const isSealed = options.sealed === true || readUnlockMode(config.dataDir).mode === 'person';
  const servers =
    options.servers ??
    (config.databaseUrl
      ? externalServers(config, openDatabaseSecret(config.dataDir, true))
      : await embeddedServers(config, log));
  const closers: (() => Promise<void> | void)[] = [() => servers.stop()];
  try {
    if (!options.prepared) await prepareServers(servers);
    const keysPool = openPool(servers.keys.target, 'serai_keys', 6);
    const databases = openDatabases(servers.main.target);
    closers.push(async () => {
      await databases.close();
      await keysPool.end();
    });
    const door = createVaultDoor(keysPool);
    closers.push(() => door.close());
    const id = await recogniseHouse(databases, config, isSealed ? undefined : (root) => door.open(root));
    const shared: Shared = {
      id,
      config,
      log,
      databases,
      keysPool,
      clock: options.clock ?? { now: () => new Date() },
      policy: options.policy,
      documents: createDocuments(),
      translators: createTranslators({ dir: join(programDir, 'locales') }),
    };
    const house = furnish(shared, door, closers);
    if (house.isOpen) await chainPending(house);
    return house;
  } catch (error) {
    for (const task of closers.reverse()) await task();
    throw error;
  }
}

/** Makes roles, databases and schemas as this release needs them. Changes nothing the second time. */
export async function prepareServers({ main, keys }: Servers): Promise<void> {
  await prepareServer(main.admin, main.target.database, 'main', main.target.passwords);
  await prepareServer(keys.admin, keys.target.database, 'keys', keys.target.passwords);
  await migrate(keys.target, join(programDir, 'migrations/keys'), 'serai_owner');
  await migrate(main.target, join(programDir, 'migrations/main'), 'serai_owner');
  await prepareQueue(main.target);
}

type Shared = Pick<
  House,
  'id' | 'config' | 'log' | 'databases' | 'clock' | 'policy' | 'documents' | 'translators'
> & { keysPool: Pool };

/** A house around one vault. A view for a moment shares everything with the house but the vault and what is kept of it. */
function furnish(shared: Shared, door: VaultDoor, closers: (() => Promise<void> | void)[]): House {
  const { keysPool, ...parts } = shared;
  const lock = createHouseLock(() => house, {
    door,
    view: (opened) => furnish(shared, opened, []),
    newDoor: () => createVaultDoor(keysPool),
  });
  const house: House = {
    ...parts,
    ...lock,
    get isOpen() {
      return lock.isOpen;
    },
    vault: door.vault,
    files: createFileStore(join(parts.config.dataDir, 'files'), door.vault.keys),
    resources: new Map(),
    onClose: (task) => void closers.push(task),
    async close() {
      for (const task of closers.splice(0).reverse()) await task();
    },
  };
  return house;
}

async function prepareQueue(target: ConnectionTarget) {
  const pool = openPool(target, 'serai_jobs', 2);
  try {
    await runMigrations({ pgPool: pool });
  } finally {
    await pool.end();
  }
  await migrate(target, join(programDir, 'migrations/jobs'), 'serai_jobs');
}

/**
 * The first start signs the house with its key; a later start with another key is refused. Only a house without records
 * may get a new key: with records behind another key it would be locked for ever.
 * @param open given where the key file may be used
 */
async function recogniseHouse(
  databases: Databases,
  config: Config,
  open: ((root: Buffer) => void) | undefined,
): Promise<string> {
  const found = (
    await sql<{ id: string; key_check: Buffer }>`select id, key_check from house`.execute(databases.auth)
  ).rows[0];
  const params = { path: config.keyFile };
  if (!open) {
    // A house without a key cannot begin: nothing could ever be sealed in it.
    if (!found) throw new Problem('vault.key-file-missing', 500, { params });
    return found.id;
  }
  const root = openKeyFile(config.keyFile, found === undefined);
  try {
    if (found && !keyMark(root, found.id).equals(found.key_check))
      throw new Problem('vault.key-file-foreign', 500, { params });
    open(root);
    if (found) return found.id;
    const id = randomUUID();
    await sql`insert into house (id, key_check) values (${id}, ${keyMark(root, id)})`.execute(databases.auth);
    return id;
  } finally {
    root.fill(0);
  }
}

/** 256 random bits for tokens, as URL-safe text. */
export const newToken = () => randomBytes(32).toString('base64url');
