import { spawn } from 'node:child_process';
import { existsSync, openSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { findRunningCluster } from '#platform/database/embedded-cluster.server.ts';
import { chooseIdentity, commandFor } from '#platform/database/embedded-identity.server.ts';
import { prepareSocketDir } from '#platform/database/embedded-socket.server.ts';
import type { Cluster } from './machine-app.server.ts';

const places = [
  '/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1',
  '/usr/lib/aarch64-linux-gnu/faketime/libfaketimeMT.so.1',
];

/** A clock for some processes only. */
export interface FakeClock {
  environment: Record<string, string>;
  /** Puts it so many days before or after the true time; seen by running processes at once. */
  set(days: number): void;
}

/** @throws with what to install */
export function createFakeClock(folder: string): FakeClock {
  const library = places.find((place) => existsSync(place));
  if (!library) throw new Error('libfaketime is not installed: apt-get install libfaketime');
  const file = join(folder, 'clock');
  const set = (days: number) => {
    // Renamed, so that nobody reads half a number.
    writeFileSync(`${file}.new`, `${days < 0 ? '-' : '+'}${Math.abs(days)}d\n`, { mode: 0o644 });
    renameSync(`${file}.new`, file);
  };
  set(0);
  return {
    set,
    environment: {
      LD_PRELOAD: library,
      FAKETIME_TIMESTAMP_FILE: file,
      FAKETIME_NO_CACHE: '1',
      // How long something takes is not what jumps.
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
      DONT_FAKE_MONOTONIC: '1',
    },
  };
}

/** Starts a cluster as Serai would, but by another clock; the next Serai takes it over as one that a killed one left. */
export async function startClusterBy(clock: FakeClock, dataDir: string, cluster: Cluster): Promise<void> {
  const clusterDir = join(dataDir, `postgres-${cluster}`);
  const { identity, programs } = await chooseIdentity([dataDir], statSync(clusterDir), false);
  const socketDir = await prepareSocketDir(clusterDir, identity, undefined);
  const program = join(programs.folder, 'bin', 'postgres');
  const [command, args] = commandFor(identity, program, ['-D', clusterDir, '-k', socketDir]);
  const log = openSync(join(dataDir, `${cluster}-by-clock.log`), 'a');
  const child = spawn(command, args, {
    env: { ...programs.environment, ...clock.environment },
    cwd: '/',
    detached: true,
    stdio: ['ignore', log, log],
    ...identity.runAs,
  });
  child.unref();
  for (const end = performance.now() + 30_000; performance.now() < end; await delay(50)) {
    if (await findRunningCluster({ name: cluster, dataDir })) return;
    if (child.exitCode !== null) break;
  }
  throw new Error(`the ${cluster} database did not start by another clock`);
}
