import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { findRunningCluster } from '#platform/database/embedded-cluster.server.ts';
import { type Cluster, type Machine, postmasterOf } from './machine-app.server.ts';
import { parseLsn, zeroWalFrom } from './wal-tail.server.ts';

const clusters: readonly Cluster[] = ['main', 'keys'];

interface Watched {
  cluster: Cluster;
  postmaster: number;
  client: pg.Client;
  /** The one server process that is left running: it says how far the WAL was flushed. */
  backend: number;
}

/** Bytes of WAL that were written, but not flushed, when the power went. */
export interface PowerCut {
  unflushed: Record<Cluster, number>;
}

/**
 * Takes the power from everything at one moment. First all processes are held, so that nothing is flushed any more; then
 * the servers are asked how far they had flushed, everything is killed, and the WAL beyond that is overwritten with
 * zeros. An answer that was sent before must have been flushed before, or it is lost now. Pages of tables need no such
 * treatment: one that was written was never ahead of the flushed WAL.
 */
export async function cutPower(machine: Machine, dataDir: string): Promise<PowerCut> {
  const watched = await Promise.all(clusters.map((cluster) => watch(dataDir, cluster)));
  const held: number[] = [];
  const hold = (pid: number | undefined) => {
    if (pid === undefined || held.includes(pid)) return;
    try {
      process.kill(pid, 'SIGSTOP');
      held.push(pid);
    } catch {
      // It ended by itself.
    }
  };
  for (const { postmaster } of watched) hold(postmaster);
  for (const { postmaster, backend } of watched)
    for (const pid of childrenOf(postmaster)) if (pid !== backend) hold(pid);
  hold(machine.pid);
  await Promise.all(held.map(untilHeld));
  const flushed = await Promise.all(
    watched.map(async ({ cluster, client }) => {
      const { rows } = await client.query<{
        flushed: string;
        written: string;
        timeline: number;
        segment: number;
      }>(
        'select pg_current_wal_flush_lsn()::text as flushed, pg_current_wal_insert_lsn()::text as written, (select timeline_id from pg_control_checkpoint()) as timeline, (select bytes_per_wal_segment from pg_control_init()) as segment',
      );
      const [row] = rows;
      if (!row) throw new Error(`${cluster} did not say how far it had flushed`);
      return {
        cluster,
        at: parseLsn(row.flushed),
        written: parseLsn(row.written),
        timeline: row.timeline,
        segmentSize: row.segment,
      };
    }),
  );
  // Nobody gets a last word: what is held ends without waking up.
  machine.killApp();
  for (const { postmaster, backend } of watched) for (const pid of [postmaster, ...held, backend]) kill(pid);
  for (const { client } of watched) client.end().catch(() => {});
  await Promise.all([...held, ...watched.map(({ backend }) => backend)].map(untilGone));
  const unflushed = { main: 0, keys: 0 };
  for (const { cluster, at, written, timeline, segmentSize } of flushed) {
    zeroWalFrom(join(dataDir, `postgres-${cluster}`), { timeline, place: at, segmentSize });
    unflushed[cluster] = written - at;
  }
  return { unflushed };
}

async function watch(dataDir: string, cluster: Cluster): Promise<Watched> {
  const at = await findRunningCluster({ name: cluster, dataDir });
  const postmaster = postmasterOf(dataDir, cluster);
  if (!at || postmaster === undefined) throw new Error(`the server of the ${cluster} is not running`);
  const client = new pg.Client({
    host: at.socketDir,
    port: at.port,
    user: at.superuser,
    database: 'postgres',
  });
  client.on('error', () => {});
  await client.connect();
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  return { cluster, postmaster, client, backend: rows[0]?.pid ?? 0 };
}

function childrenOf(parent: number): number[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && statOf(pid)?.parent === parent);
}

/** State and parent from /proc; the program's name in brackets may hold anything. */
function statOf(pid: number): { state: string; parent: number } | undefined {
  try {
    const [state = '', parent] =
      readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return { state, parent: Number(parent) };
  } catch {
    return undefined;
  }
}

async function untilHeld(pid: number): Promise<void> {
  while (!['T', 't', 'Z', undefined].includes(statOf(pid)?.state)) await delay(1);
}

async function untilGone(pid: number): Promise<void> {
  while (!['Z', undefined].includes(statOf(pid)?.state)) await delay(2);
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It is gone.
  }
}
