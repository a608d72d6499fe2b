import { chown, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type EmbeddedCluster, startEmbeddedCluster } from '../database/embedded-cluster.server.ts';
import { EmbeddedDatabaseProblem } from '../database/embedded-problem.server.ts';
import { Problem } from '../problem.ts';
import { countCluster, type Snapshot } from './snapshot.server.ts';
import { asSuperuser, type ClusterName } from './superuser.server.ts';

/** All files of the log lie in the cluster already: there is nowhere else to ask. */
const noArchive = { restore_command: 'false' };

/** A machine that restores, or a drill beside a working centre, needs little memory. */
const modest = { shared_buffers: '64MB', max_wal_size: '512MB' };

/**
 * Brings a copy to its mark, says what stands in it there, and stops. At the mark everything must be as it was counted
 * when the copy was made. @throws Problem `restore.not-recovered`
 */
export async function recoverToMark(dataDir: string, name: ClusterName, mark: string): Promise<Snapshot> {
  const cluster = await start(dataDir, name, {
    ...noArchive,
    hot_standby: 'on',
    recovery_target_name: mark,
    recovery_target_action: 'pause',
  });
  try {
    await asSuperuser(dataDir, name, async (client) => {
      for (;;) {
        const { rows } = await client.query<{ state: string; inRecovery: boolean }>(
          'select pg_get_wal_replay_pause_state() as state, pg_is_in_recovery() as "inRecovery"',
        );
        if (rows[0]?.state === 'paused') return;
        await sleep(50);
      }
    });
    return await countCluster(dataDir, name);
  } finally {
    await cluster.stop();
  }
}

/**
 * Goes on from the mark through the logs, to the wished moment or to their end, and begins a life of its own there.
 * The cluster runs afterwards. @throws Problem `restore.not-recovered`
 */
export async function recoverToEnd(dataDir: string, name: ClusterName, at?: Date): Promise<EmbeddedCluster> {
  // Without a standby that answers, "ready" means that it may be written to.
  const settings = { ...noArchive, hot_standby: 'off' };
  if (at === undefined) return start(dataDir, name, settings);
  try {
    return await start(dataDir, name, {
      ...settings,
      // To the wished millisecond, and all of it: what was saved at that moment stands.
      recovery_target_time: at.toISOString().replace('T', ' ').replace('Z', '+00'),
      recovery_target_action: 'promote',
    });
  } catch (error) {
    // Nothing was written after the wished moment: then the end is that moment.
    if (!/recovery ended before configured recovery target was reached/.test(logOf(error))) throw error;
    return start(dataDir, name, settings);
  }
}

async function start(dataDir: string, name: ClusterName, settings: Record<string, string>) {
  const clusterDir = join(dataDir, `postgres-${name}`);
  const { uid, gid } = await stat(clusterDir);
  await writeFile(join(clusterDir, 'recovery.signal'), '', { mode: 0o600 });
  await chown(join(clusterDir, 'recovery.signal'), uid, gid);
  try {
    return await startEmbeddedCluster({
      name,
      dataDir,
      settings: { ...modest, ...settings },
    });
  } catch (cause) {
    if (/recovery ended before configured/.test(logOf(cause))) throw cause;
    throw new Problem('restore.not-recovered', 422, {
      params: { name, reason: reasonIn(logOf(cause)) },
      cause,
    });
  }
}

const logOf = (error: unknown): string =>
  error instanceof EmbeddedDatabaseProblem ? (error.logLines ?? []).join('\n') : '';

/** PostgreSQL's last word, without time and process. Of recovery it quotes positions, never rows. */
const reasonIn = (log: string): string =>
  log
    .split('\n')
    .reverse()
    .map((line) => /(?:FATAL|PANIC): {2}(.*)$/.exec(line)?.[1])
    .find((each) => each !== undefined) ?? '';
