import { mkdir, readdir, realpath, rmdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { checkMajorVersion, createCluster } from './embedded-folder.server.ts';
import { chooseIdentity, type IdentityKind } from './embedded-identity.server.ts';
import { claimOwnership } from './embedded-owner.server.ts';
import {
  adoptPostmaster,
  endPostmaster,
  findPostmaster,
  launchPostmaster,
  type Plan,
  type Postmaster,
  socketPort,
  superuser,
} from './embedded-postmaster.server.ts';
import { asStartProblem } from './embedded-problem.server.ts';
import { signalProcess } from './embedded-process.server.ts';
import { clusterSettings, settingsFile } from './embedded-settings.server.ts';
import { isPrivateFolder } from './embedded-socket.server.ts';

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
  /**
   * Called when the server ends without having been asked to, typically to call restart(). Returns the function
   * that takes the callback away again.
   */
  onExit(callback: () => void): () => void;
  /** Ends what still runs and starts the server again; crash recovery is PostgreSQL's own. */
  restart(): Promise<void>;
  /** Ends sessions, writes everything down, gives the cluster free. Safe to call twice. */
  stop(): Promise<void>;
  /** The same without waiting, for a process that is about to exit. */
  kill(): void;
}

/**
 * Starts (or takes over) a PostgreSQL server that belongs to this process, and makes the cluster on first use.
 * @throws EmbeddedDatabaseProblem `database.in-use`, `database.other-major-version`, `database.cannot-start`
 */
export async function startEmbeddedCluster(options: EmbeddedClusterOptions): Promise<EmbeddedCluster> {
  const { name, signal } = options;
  if (!/^[a-z][a-z0-9-]{0,30}$/.test(name)) throw new Error(`"${name}" is not a name for a cluster.`);
  try {
    signal?.throwIfAborted();
    await mkdir(options.dataDir, { recursive: true, mode: 0o700 });
    const dataDir = await realpath(options.dataDir);
    const ownership = await claimOwnership(join(dataDir, `postgres-${name}.owner`), name);
    try {
      const plan = await preparePlan(options, dataDir);
      const postmaster = (await adoptPostmaster(plan)) ?? (await launchPostmaster(plan));
      return superviseCluster(plan, postmaster, () => ownership.release());
    } catch (error) {
      ownership.release();
      throw error;
    }
  } catch (error) {
    throw signal?.aborted ? signal.reason : asStartProblem(error, name);
  }
}

/**
 * Where a running Serai's server can be reached, for a command that works beside it. undefined when none runs.
 * Takes nothing over and starts nothing.
 */
export async function findRunningCluster(options: {
  name: string;
  dataDir: string;
}): Promise<Pick<EmbeddedCluster, 'socketDir' | 'port' | 'superuser' | 'pid'> | undefined> {
  const clusterDir = await realpath(join(options.dataDir, `postgres-${options.name}`)).catch(() => undefined);
  if (!clusterDir) return undefined;
  const running = await findPostmaster(clusterDir);
  if (!running || !(await isPrivateFolder(running.socketDir, await stat(clusterDir)))) return undefined;
  return { socketDir: running.socketDir, port: socketPort, superuser, pid: running.process.pid };
}

async function preparePlan(options: EmbeddedClusterOptions, dataDir: string): Promise<Plan> {
  const { name, runtimeDir, onOutput, signal } = options;
  const settings = settingsFile(clusterSettings(name, options.settings));
  const place = join(dataDir, `postgres-${name}`);
  // The cluster may be a link to another disk.
  const clusterDir = await realpath(place).catch(() => place);
  const present = await stat(clusterDir).catch(() => undefined);
  const self = process.getuid?.() ?? 0;
  if (present && self !== 0 && present.uid !== self) {
    throw new Error(
      `${clusterDir} belongs to user number ${present.uid}. Run Serai as that user, or as root.`,
    );
  }
  const isNew = !present || (await readdir(clusterDir)).length === 0;
  if (runtimeDir) await mkdir(runtimeDir, { recursive: true, mode: 0o711 });
  const folders: [string, ...string[]] = [dataDir, ...(runtimeDir ? [runtimeDir] : [])];
  const chosen = await chooseIdentity(folders, present ?? (await stat(dataDir)), isNew, options.identities);
  if (isNew) await createCluster(clusterDir, name, chosen.identity, chosen.programs, signal);
  await checkMajorVersion(clusterDir, name, chosen.programs.major);
  return { name, clusterDir, ...chosen, settings, runtimeDir, onOutput, signal };
}

function superviseCluster(plan: Plan, first: Postmaster, release: () => void): EmbeddedCluster {
  let postmaster = first;
  /** Processes whose end is our own doing. */
  const dismissed = new Set<Postmaster>();
  let closed = false;
  let restarting: Promise<void> | undefined;
  let stopping: Promise<void> | undefined;
  const callbacks = new Set<() => void>();

  const watch = async (watched: Postmaster) => {
    await watched.ended;
    if (dismissed.delete(watched)) return;
    for (const callback of callbacks) callback();
  };
  const replace = async () => {
    dismissed.add(postmaster);
    try {
      postmaster = await launchPostmaster({ ...plan, signal: undefined });
      void watch(postmaster);
    } catch (error) {
      throw asStartProblem(error, plan.name);
    }
  };
  const kill = () => {
    if (closed) return;
    closed = true;
    dismissed.add(postmaster);
    signalProcess(postmaster.process, 'SIGINT');
    release();
  };
  const close = async () => {
    closed = true;
    process.off('exit', kill);
    await restarting?.catch(() => undefined);
    dismissed.add(postmaster);
    try {
      await endPostmaster(plan.clusterDir, postmaster.process);
      await rmdir(postmaster.socketDir).catch(() => undefined);
    } finally {
      release();
    }
  };
  // A process that ends without stop() still leaves the cluster in order; one that is killed leaves it to be adopted.
  process.once('exit', kill);
  void watch(postmaster);

  return {
    name: plan.name,
    get socketDir() {
      return postmaster.socketDir;
    },
    port: socketPort,
    superuser,
    dataDir: plan.clusterDir,
    version: plan.programs.version,
    identity: plan.identity.kind,
    adopted: first.adopted,
    get pid() {
      return postmaster.process.pid;
    },
    onExit(callback) {
      callbacks.add(callback);
      return () => void callbacks.delete(callback);
    },
    async restart() {
      if (closed) throw new Error(`The embedded database "${plan.name}" was stopped.`);
      restarting ??= replace().finally(() => {
        restarting = undefined;
      });
      await restarting;
    },
    stop() {
      stopping ??= closed ? Promise.resolve() : close();
      return stopping;
    },
    kill,
  };
}
