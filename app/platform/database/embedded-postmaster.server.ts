import { spawn } from 'node:child_process';
import { readFile, realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { takePossession, writeConfiguration } from './embedded-folder.server.ts';
import { commandFor, type Identity, type Programs } from './embedded-identity.server.ts';
import { openServerLog, type ServerLog } from './embedded-log.server.ts';
import { EmbeddedDatabaseProblem } from './embedded-problem.server.ts';
import {
  findPostmasterFile,
  findProcess,
  isRunning,
  listClusterProcesses,
  type ProcessIdentity,
  programOf,
  signalProcess,
  waitForEnd,
} from './embedded-process.server.ts';
import { isPrivateFolder, prepareSocketDir } from './embedded-socket.server.ts';

/** Milliseconds that a server may take to end by itself when another is waiting for its place. */
const leftoverPatience = 3_000;

export const superuser = 'serai_superuser';
/** Only a part of the socket's name: nothing listens on TCP. */
export const socketPort = 5432;

/** Everything that is known about a cluster before its server runs. */
export interface Plan {
  name: string;
  clusterDir: string;
  identity: Identity;
  programs: Programs;
  /** The wished text of postgresql.conf. */
  settings: string;
  runtimeDir?: string;
  onOutput?: (line: string) => void;
  signal?: AbortSignal;
}

/** A server that answers. */
export interface Postmaster {
  process: ProcessIdentity;
  socketDir: string;
  adopted: boolean;
  /** Resolves when the process has ended, for whatever reason. Keeps no process alive by itself. */
  ended: Promise<void>;
}

/** Takes over what a killed parent left running, when it is whole and as we would have started it. */
export async function adoptPostmaster(plan: Plan): Promise<Postmaster | undefined> {
  const { clusterDir, programs } = plan;
  const running = await findPostmaster(clusterDir);
  if (!running) return undefined;
  const settings = await readFile(join(clusterDir, 'postgresql.conf'), 'utf8').catch(() => '');
  const program = await realpath(join(programs.folder, 'bin', 'postgres'));
  if (settings !== plan.settings || (await programOf(running.process.pid)) !== program) return undefined;
  if (!(await isPrivateFolder(running.socketDir, plan.identity))) return undefined;
  try {
    await waitUntilReady(plan, running.process);
    if ((await askVersion(running.socketDir, clusterDir)) !== programs.version) return undefined;
  } catch (error) {
    if (plan.signal?.aborted) throw error;
    return undefined; // hangs, is stopping or broken: it will be ended and started anew
  }
  return { ...running, adopted: true, ended: pollUntilEnded(running.process) };
}

export async function launchPostmaster(plan: Plan): Promise<Postmaster> {
  const { clusterDir, identity, onOutput } = plan;
  // Whatever is left over is not whole; a server that was told to end while it recovered can hang for ever.
  await endPostmaster(clusterDir, (await findPostmaster(clusterDir))?.process, leftoverPatience);
  await takePossession(clusterDir, identity);
  await writeConfiguration(clusterDir, plan.settings, identity);
  const socketDir = await prepareSocketDir(clusterDir, identity, plan.runtimeDir);
  // Nothing of ours runs any more, and the folder is ours alone: a socket or its lock file is left over.
  for (const stale of [`.s.PGSQL.${socketPort}`, `.s.PGSQL.${socketPort}.lock`]) {
    await rm(join(socketDir, stale), { force: true });
  }
  const log = await openServerLog(clusterDir, identity);
  const child = spawnPostgres(plan, socketDir, log);
  try {
    const server = await child.started;
    await waitUntilReady(plan, server);
    await askVersion(socketDir, clusterDir);
    await log.forward(onOutput);
    const ended = child.ended.then(async () => void (await log.forward(onOutput).catch(() => undefined)));
    return { process: server, socketDir, adopted: false, ended };
  } catch (error) {
    await endPostmaster(clusterDir, await child.started.catch(() => undefined));
    const lines = await log.forward(onOutput);
    if (plan.signal?.aborted) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new EmbeddedDatabaseProblem(
      'database.cannot-start',
      `The embedded database "${plan.name}" cannot start: ${reason}.`,
      { params: { name: plan.name, reason }, logLines: lines.slice(-20), cause: error },
    );
  }
}

function spawnPostgres(plan: Plan, socketDir: string, log: ServerLog) {
  const program = join(plan.programs.folder, 'bin', 'postgres');
  const [command, args] = commandFor(plan.identity, program, ['-D', plan.clusterDir, '-k', socketDir]);
  // A session of its own: Ctrl-C in the terminal reaches Serai only, which then ends the server in order.
  const child = spawn(command, args, {
    env: plan.programs.environment,
    cwd: '/',
    detached: true,
    stdio: ['ignore', log.descriptor, log.descriptor],
    ...plan.identity.runAs,
  });
  log.close();
  child.unref();
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const running = child.pid === undefined ? undefined : findProcess(child.pid);
  const started = new Promise<ProcessIdentity>((resolve, reject) => {
    child.once('error', reject);
    if (running) resolve(running);
    else if (child.pid !== undefined) reject(new Error('the server process ended at once'));
  });
  return { started, ended };
}

/** The living postmaster of a cluster, and where its socket is. */
export async function findPostmaster(
  clusterDir: string,
): Promise<{ process: ProcessIdentity; socketDir: string } | undefined> {
  const file = await findPostmasterFile(clusterDir);
  const process = (await listClusterProcesses(clusterDir)).find(({ pid }) => pid === file?.pid);
  return file && process ? { process, socketDir: file.socketDir } : undefined;
}

/**
 * PostgreSQL writes its state into postmaster.pid. Recovery after a crash can take minutes on a large database
 * and must not be cut off, so there is no time limit while the process lives and says that it is starting.
 */
async function waitUntilReady({ clusterDir, signal }: Plan, server: ProcessIdentity): Promise<void> {
  for (;;) {
    signal?.throwIfAborted();
    const file = await findPostmasterFile(clusterDir);
    const status = file?.pid === server.pid ? file.status : '';
    if (status === 'ready') return;
    if (!isRunning(server)) throw new Error('the server process ended while it was starting');
    if (status === 'stopping') throw new Error('the server is shutting down');
    await sleep(15);
  }
}

async function askVersion(socketDir: string, clusterDir: string): Promise<string> {
  const client = new Client({
    host: socketDir,
    port: socketPort,
    user: superuser,
    database: 'postgres',
    ssl: false,
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

async function pollUntilEnded(server: ProcessIdentity): Promise<void> {
  while (isRunning(server)) await sleep(250, undefined, { ref: false });
}

/**
 * Ends the server and whatever is left of it, from polite to final. When the postmaster was killed its workers may
 * live on with the shared memory, and PostgreSQL would refuse to start. Afterwards nothing of ours runs in the
 * folder, so a pid file there is stale, even if a stranger runs under its number by now.
 */
export async function endPostmaster(
  clusterDir: string,
  postmaster: ProcessIdentity | undefined,
  patience = 60_000,
): Promise<void> {
  if (postmaster) {
    signalProcess(postmaster, 'SIGINT');
    if (!(await waitForEnd(postmaster, patience))) signalProcess(postmaster, 'SIGQUIT');
    if (!(await waitForEnd(postmaster, 10_000))) signalProcess(postmaster, 'SIGKILL');
    await waitForEnd(postmaster, 5_000);
  }
  for (const signal of ['SIGQUIT', 'SIGKILL'] as const) {
    const left = await listClusterProcesses(clusterDir);
    for (const worker of left) signalProcess(worker, signal);
    for (const worker of left) await waitForEnd(worker, 2_000);
  }
  const [survivor] = await listClusterProcesses(clusterDir);
  if (survivor) throw new Error(`process ${survivor.pid} still uses ${clusterDir} and cannot be ended`);
  await rm(join(clusterDir, 'postmaster.pid'), { force: true });
}
