import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { closeSync, fchmodSync, fchownSync, openSync } from 'node:fs';
import {
  chmod,
  lchown,
  mkdir,
  open,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  rmdir,
  stat,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import {
  chooseIdentity,
  commandFor,
  type Identity,
  type IdentityKind,
  type Programs,
} from './embedded-identity.server.ts';
import { claimOwnership } from './embedded-owner.server.ts';
import { asStartProblem, EmbeddedDatabaseProblem } from './embedded-problem.server.ts';
import {
  findPostmasterFile,
  findProcess,
  isRunning,
  listClusterProcesses,
  type ProcessIdentity,
  signalProcess,
  waitForEnd,
} from './embedded-process.server.ts';
import {
  clusterSettings,
  hostBasedAccess,
  initdbArguments,
  settingsFile,
} from './embedded-settings.server.ts';
import { isPrivateFolder, prepareSocketDir } from './embedded-socket.server.ts';

export interface EmbeddedClusterOptions {
  /** 'main' or 'keys'; the cluster lives in `${dataDir}/postgres-${name}`. */
  name: string;
  dataDir: string;
  /** Where the folder of the socket is made; must be short. Default: the service's runtime folder, else /tmp. */
  runtimeDir?: string;
  /** Settings in PostgreSQL's notation, over the built-in ones. */
  settings?: Record<string, string>;
  /** The server's log, line by line: after start, when it ends, and when starting fails. */
  onOutput?: (line: string) => void;
  signal?: AbortSignal;
  /** Ways of running that may be used; all by default. */
  identities?: readonly IdentityKind[];
}

export interface ClusterExit {
  /** True after stop() or kill(), also while restart() replaces the process. */
  expected: boolean;
}

export interface EmbeddedCluster {
  readonly name: string;
  /** For `pg`: the `host`. There is no TCP port. */
  readonly socketDir: string;
  /** Only a part of the socket's file name. */
  readonly port: number;
  readonly superuser: string;
  /** The cluster's own folder, PGDATA. */
  readonly dataDir: string;
  /** "18.4" */
  readonly version: string;
  /** How PostgreSQL is run. */
  readonly identity: IdentityKind;
  /** True when a server that a killed Serai had left running was taken over. */
  readonly adopted: boolean;
  /** The number of the postmaster process; changes with restart(). */
  readonly pid: number;
  /** Called each time the server process ends. Returns the function that takes the callback away again. */
  onExit(callback: (exit: ClusterExit) => void): () => void;
  /** Ends what still runs and starts the server again; crash recovery is PostgreSQL's own. */
  restart(): Promise<void>;
  /** Ends sessions, writes everything down, gives the cluster free. Safe to call twice. */
  stop(): Promise<void>;
  /** The same without waiting, for a process that is about to exit. */
  kill(): void;
}

const superuser = 'serai_superuser';
const port = 5432;

/**
 * Starts (or takes over) a PostgreSQL server that belongs to this process, and makes the cluster on first use.
 * @throws EmbeddedDatabaseProblem `database.in-use`, `database.other-major-version`, `database.cannot-start`
 */
export async function startEmbeddedCluster(options: EmbeddedClusterOptions): Promise<EmbeddedCluster> {
  const { name } = options;
  if (!/^[a-z][a-z0-9-]{0,30}$/.test(name)) throw new Error(`"${name}" is not a name for a cluster.`);
  try {
    options.signal?.throwIfAborted();
    await mkdir(options.dataDir, { recursive: true, mode: 0o700 });
    const dataDir = await realpath(options.dataDir);
    const ownership = await claimOwnership(join(dataDir, `postgres-${name}.owner`), name);
    try {
      return await openCluster({ ...options, dataDir }, () => ownership.release());
    } catch (error) {
      ownership.release();
      throw error;
    }
  } catch (error) {
    throw asStartProblem(error, name);
  }
}

interface Server {
  process: ProcessIdentity;
  socketDir: string;
  adopted: boolean;
}

interface Setup {
  options: EmbeddedClusterOptions;
  clusterDir: string;
  identity: Identity;
  programs: Programs;
}

async function openCluster(options: EmbeddedClusterOptions, release: () => void): Promise<EmbeddedCluster> {
  const place = join(options.dataDir, `postgres-${options.name}`);
  const present = await stat(place).catch(() => undefined);
  const owner = present && { uid: present.uid, gid: present.gid };
  const self = process.getuid?.() ?? 0;
  if (owner && self !== 0 && owner.uid !== self) {
    throw new Error(`${place} belongs to user number ${owner.uid}. Run Serai as that user, or as root.`);
  }
  const { identity, programs } = await chooseIdentity(options.dataDir, owner, options.identities);
  const isNew = !present || (await readdir(place)).length === 0;
  if (isNew) await createCluster(place, { options, clusterDir: place, identity, programs });
  const clusterDir = await realpath(place);
  await checkMajorVersion(clusterDir, options.name, programs);
  const setup = { options, clusterDir, identity, programs };
  let server = (await adoptServer(setup)) ?? (await launchServer(setup));
  let expected = false;
  let stopped = false;
  let turn: Promise<unknown> = Promise.resolve();
  const callbacks = new Set<(exit: ClusterExit) => void>();

  const watch = () => {
    const watched = server.process;
    const timer = setInterval(() => {
      if (isRunning(watched)) return;
      clearInterval(timer);
      for (const callback of callbacks) callback({ expected });
    }, 100);
    timer.unref();
  };
  const inTurn = <T>(action: () => Promise<T>): Promise<T> => {
    const result = turn.then(action);
    turn = result.catch(() => undefined);
    return result;
  };
  const kill = () => {
    if (stopped) return;
    stopped = true;
    expected = true;
    signalProcess(server.process, 'SIGINT');
    release();
  };
  process.once('exit', kill);
  watch();

  return {
    name: options.name,
    get socketDir() {
      return server.socketDir;
    },
    port,
    superuser,
    dataDir: clusterDir,
    version: programs.version,
    identity: identity.kind,
    adopted: server.adopted,
    get pid() {
      return server.process.pid;
    },
    onExit(callback) {
      callbacks.add(callback);
      return () => void callbacks.delete(callback);
    },
    restart: () =>
      inTurn(async () => {
        if (stopped) throw new Error(`The embedded database "${options.name}" was stopped.`);
        expected = true;
        try {
          await endServer(clusterDir, server.process);
          server = await launchServer(setup);
        } catch (error) {
          throw asStartProblem(error, options.name);
        } finally {
          expected = false;
        }
        watch();
      }),
    stop: () =>
      inTurn(async () => {
        if (stopped) return;
        stopped = true;
        expected = true;
        process.off('exit', kill);
        try {
          await endServer(clusterDir, server.process);
          await rmdir(server.socketDir).catch(() => undefined);
        } finally {
          release();
        }
      }),
    kill,
  };
}

async function checkMajorVersion(clusterDir: string, name: string, programs: Programs): Promise<void> {
  const found = (await readFile(join(clusterDir, 'PG_VERSION'), 'utf8').catch(() => '')).trim();
  if (found === programs.major) return;
  if (!found)
    throw new Error(`${clusterDir} is not empty and holds no database. Move it away, or restore a backup.`);
  throw new EmbeddedDatabaseProblem(
    'database.other-major-version',
    `The data in ${clusterDir} was written by PostgreSQL ${found}; this Serai brings ${programs.major}. ` +
      'Make a backup with the Serai release that wrote it, then restore that backup with this one.',
    { details: { name, found, expected: programs.major, folder: clusterDir } },
  );
}

/** Made aside and renamed when whole, so that an interrupted first start leaves nothing that looks like a cluster. */
async function createCluster(place: string, { options, identity, programs }: Setup): Promise<void> {
  const { dataDir, name, signal } = options;
  for (const entry of await readdir(dataDir)) {
    if (entry.startsWith(`postgres-${name}.new-`))
      await rm(join(dataDir, entry), { recursive: true, force: true });
  }
  const draft = `${place}.new-${randomUUID().slice(0, 8)}`;
  await mkdir(draft, { mode: 0o700 });
  await giveTo(draft, identity);
  const program = join(programs.folder, 'bin', 'initdb');
  const [command, args] = commandFor(identity, program, [`--pgdata=${draft}`, ...initdbArguments]);
  const output: string[] = [];
  const code = await new Promise<number | null>((resolve, reject) => {
    const child = spawn(command, args, { env: programs.environment, cwd: '/', signal, ...identity.runAs });
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => output.push(text));
    }
    child.on('error', reject).on('close', resolve);
  });
  if (code !== 0) {
    await rm(draft, { recursive: true, force: true });
    throw new EmbeddedDatabaseProblem(
      'database.cannot-start',
      `The embedded database "${name}" cannot be set up in ${dataDir}.`,
      { details: { name, reason: 'initdb' }, logLines: output.join('').trim().split('\n').slice(-20) },
    );
  }
  await rmdir(place).catch(() => undefined);
  await rename(draft, place);
  const folder = await open(dataDir, 'r');
  await folder.sync().finally(() => folder.close());
}

/** What a killed parent left: taken over when it is whole and as we would have started it, else ended. */
async function adoptServer(setup: Setup): Promise<Server | undefined> {
  const { clusterDir, identity, options, programs } = setup;
  const running = await listClusterProcesses(clusterDir);
  if (running.length === 0) return undefined;
  const file = await findPostmasterFile(clusterDir);
  const postmaster = running.find(({ pid }) => pid === file?.pid);
  if (!file || !postmaster) return undefined;
  const settings = await readFile(join(clusterDir, 'postgresql.conf'), 'utf8').catch(() => '');
  const asWished = settings === settingsFile(clusterSettings(options.name, options.settings));
  if (!asWished || !(await isPrivateFolder(file.socketDir, identity))) return undefined;
  await waitForStatus(setup, postmaster, 'ready').catch(() => undefined);
  const version = await askVersion(file.socketDir, clusterDir).catch(() => undefined);
  return version === programs.version
    ? { process: postmaster, socketDir: file.socketDir, adopted: true }
    : undefined;
}

async function launchServer(setup: Setup): Promise<Server> {
  const { clusterDir, identity, options, programs } = setup;
  const postmaster = await findPostmasterFile(clusterDir);
  const left = (await listClusterProcesses(clusterDir)).find(({ pid }) => pid === postmaster?.pid);
  await endServer(clusterDir, left);
  await takePossession(clusterDir, identity);
  const socketDir = await prepareSocketDir(clusterDir, identity, options.runtimeDir);
  for (const stale of [`.s.PGSQL.${port}`, `.s.PGSQL.${port}.lock`])
    await rm(join(socketDir, stale), { force: true });
  await writeOwned(
    join(clusterDir, 'postgresql.conf'),
    settingsFile(clusterSettings(options.name, options.settings)),
    identity,
  );
  await writeOwned(join(clusterDir, 'pg_hba.conf'), hostBasedAccess, identity);

  const log = await openLog(clusterDir, identity);
  const program = join(programs.folder, 'bin', 'postgres');
  const [command, args] = commandFor(identity, program, ['-D', clusterDir, '-k', socketDir]);
  // A process group of its own: Ctrl-C in the terminal reaches Serai only, which then ends the server in order.
  const child = spawn(command, args, {
    env: programs.environment,
    cwd: '/',
    detached: true,
    stdio: ['ignore', log.descriptor, log.descriptor],
    ...identity.runAs,
  });
  closeSync(log.descriptor);
  const failed = new Promise<never>((_, reject) => child.once('error', reject));
  failed.catch(() => undefined);
  child.unref();
  const running = child.pid === undefined ? undefined : findProcess(child.pid);
  try {
    if (!running) await Promise.race([failed, sleep(1000)]);
    if (!running) throw new Error('the server process ended at once');
    await Promise.race([failed, waitForStatus(setup, running, 'ready')]);
    await askVersion(socketDir, clusterDir);
    await log.forward(options.onOutput);
    return { process: running, socketDir, adopted: false };
  } catch (error) {
    if (running) await endServer(clusterDir, running);
    const lines = await log.forward(options.onOutput);
    if (error instanceof Error && error.name === 'AbortError') throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new EmbeddedDatabaseProblem(
      'database.cannot-start',
      `The embedded database "${options.name}" cannot start: ${reason}.`,
      { details: { name: options.name, reason }, logLines: lines.slice(-20), cause: error },
    );
  }
}

/**
 * PostgreSQL writes its state into postmaster.pid. Recovery after a crash can take minutes on a large database
 * and must not be cut off, so there is no time limit while the process lives and says that it is starting.
 */
async function waitForStatus(
  { clusterDir, options }: Setup,
  server: ProcessIdentity,
  wanted: string,
): Promise<void> {
  for (;;) {
    options.signal?.throwIfAborted();
    const file = await findPostmasterFile(clusterDir);
    if (file?.pid === server.pid && file.status === wanted) return;
    if (!isRunning(server)) throw new Error('the server process ended while it was starting');
    if (file?.pid === server.pid && file.status === 'stopping')
      throw new Error('the server is shutting down');
    await sleep(15);
  }
}

async function askVersion(socketDir: string, clusterDir: string): Promise<string> {
  const client = new pg.Client({
    host: socketDir,
    port,
    user: superuser,
    database: 'postgres',
    connectionTimeoutMillis: 10_000,
    query_timeout: 10_000,
  });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<{ version: string; folder: string }>(
      "select current_setting('server_version') as version, current_setting('data_directory') as folder",
    );
    const [row] = rows;
    if (!row || row.folder !== clusterDir) throw new Error('another server answers on this socket');
    return row.version;
  } finally {
    await client.end();
  }
}

/**
 * Ends the server and whatever is left of it, from polite to final. When the postmaster was killed its workers may
 * live on with the shared memory, and PostgreSQL would refuse to start. Afterwards nothing of ours runs in the
 * folder, so a pid file there is stale, even if a stranger runs under its number by now.
 */
async function endServer(clusterDir: string, postmaster: ProcessIdentity | undefined): Promise<void> {
  if (postmaster) {
    signalProcess(postmaster, 'SIGINT');
    if (!(await waitForEnd(postmaster, 60_000))) signalProcess(postmaster, 'SIGQUIT');
    if (!(await waitForEnd(postmaster, 10_000))) signalProcess(postmaster, 'SIGKILL');
    await waitForEnd(postmaster, 5_000);
  }
  for (const signal of ['SIGQUIT', 'SIGKILL'] as const) {
    const left = await listClusterProcesses(clusterDir);
    for (const worker of left) signalProcess(worker, signal);
    for (const worker of left) await waitForEnd(worker, 2_000);
  }
  const survivor = (await listClusterProcesses(clusterDir))[0];
  if (survivor) throw new Error(`process ${survivor.pid} still uses ${clusterDir} and cannot be ended`);
  await rm(join(clusterDir, 'postmaster.pid'), { force: true });
}

async function takePossession(clusterDir: string, identity: Identity): Promise<void> {
  const found = await stat(clusterDir);
  if (found.uid !== identity.uid) await giveTo(clusterDir, identity);
  if ((found.mode & 0o7777) !== 0o700) await chmod(clusterDir, 0o700);
}

// The folder itself last: its owner tells whether all of it was given.
async function giveTo(path: string, identity: Identity): Promise<void> {
  for (const entry of await readdir(path, { withFileTypes: true })) {
    const inner = join(path, entry.name);
    if (entry.isDirectory()) await giveTo(inner, identity);
    else await lchown(inner, identity.uid, identity.gid);
  }
  await lchown(path, identity.uid, identity.gid);
}

async function writeOwned(file: string, text: string, identity: Identity): Promise<void> {
  const draft = `${file}.new`;
  await writeFile(draft, text, { mode: 0o600 });
  await lchown(draft, identity.uid, identity.gid);
  await rename(draft, file);
}

interface ServerLog {
  descriptor: number;
  /** The lines since this log was opened, also given to the listener. */
  forward(onOutput?: (line: string) => void): Promise<string[]>;
}

const largestLog = 5 * 1024 ** 2;

async function openLog(clusterDir: string, identity: Identity): Promise<ServerLog> {
  const file = join(clusterDir, 'serai.log');
  let offset = (await stat(file).catch(() => undefined))?.size ?? 0;
  if (offset > largestLog) {
    await rename(file, `${file}.old`);
    offset = 0;
  }
  const descriptor = openSync(file, 'a', 0o600);
  fchmodSync(descriptor, 0o600);
  fchownSync(descriptor, identity.uid, identity.gid);
  return {
    descriptor,
    async forward(onOutput) {
      const text = (await readFile(file)).subarray(offset).toString('utf8');
      const lines = text.split('\n').filter((line) => line !== '');
      if (onOutput) for (const line of lines) onOutput(line);
      return lines;
    },
  };
}
