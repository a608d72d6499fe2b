import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, type QueryResultRow } from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type EmbeddedCluster,
  type EmbeddedClusterOptions,
  findRunningCluster,
  startEmbeddedCluster,
} from './embedded-cluster.server.ts';

// Real servers, each with its own folder. One folder with a prepared cluster is shared where a test does not
// need a first start, to spare the machine.
const isRoot = process.getuid?.() === 0;
const problem = (code: string) => expect.objectContaining({ code });

let folder: string;
const started: EmbeddedCluster[] = [];
const children: ChildProcess[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'serai-cluster-'));
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  for (const cluster of started.splice(0)) await cluster.stop();
  await rm(folder, { recursive: true, force: true });
});

async function start(more: Partial<EmbeddedClusterOptions> = {}): Promise<EmbeddedCluster> {
  const cluster = await startEmbeddedCluster({ name: 'keys', dataDir: folder, ...more });
  started.push(cluster);
  return cluster;
}

async function query<T extends QueryResultRow>(
  cluster: Pick<EmbeddedCluster, 'socketDir' | 'port'>,
  text: string,
) {
  const client = new Client({
    host: cluster.socketDir,
    port: cluster.port,
    user: 'serai_superuser',
    database: 'postgres',
    ssl: false,
  });
  await client.connect();
  try {
    return (await client.query<T>(text)).rows;
  } finally {
    await client.end();
  }
}

/** Another Serai that has started the cluster and does `then`: by default it lives until it is killed. */
async function startElsewhere(
  then = 'setInterval(() => {}, 1000)',
): Promise<{ child: ChildProcess; pid: number }> {
  const module = new URL('./embedded-cluster.server.ts', import.meta.url).href;
  const script = `
    const { startEmbeddedCluster } = await import(${JSON.stringify(module)});
    const cluster = await startEmbeddedCluster({ name: 'keys', dataDir: ${JSON.stringify(folder)} });
    console.log(cluster.pid);
    ${then};`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  const [line] = await once(child.stdout, 'data');
  return { child, pid: Number(String(line)) };
}

async function killAndWait(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  await once(child, 'exit');
}

describe('the embedded database refuses', () => {
  it('data of another major version, and says which and what to do', async () => {
    await mkdir(join(folder, 'postgres-keys'), { mode: 0o700 });
    await writeFile(join(folder, 'postgres-keys', 'PG_VERSION'), '16\n');
    const failure = await start().catch((error: unknown) => error);
    expect(failure).toEqual(problem('database.other-major-version'));
    expect(failure).toMatchObject({ params: { found: '16', expected: '18' } });
    expect(String(failure)).toContain('restore that backup');
  });

  it('a folder that holds something else', async () => {
    await mkdir(join(folder, 'postgres-keys'));
    await writeFile(join(folder, 'postgres-keys', 'letter.txt'), 'not a database');
    await expect(start()).rejects.toEqual(problem('database.cannot-start'));
    expect(await readFile(join(folder, 'postgres-keys', 'letter.txt'), 'utf8')).toBe('not a database');
  });

  it('a second owner while the first lives', async () => {
    const first = await start();
    await expect(start()).rejects.toEqual(problem('database.in-use'));
    expect(await query(first, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('a setting that PostgreSQL does not know, with the end of its log', async () => {
    const lines: string[] = [];
    const failure = await start({
      settings: { no_such_setting: '1' },
      onOutput: (line) => lines.push(line),
    }).catch((error: unknown) => error);
    expect(failure).toEqual(problem('database.cannot-start'));
    expect(String(failure)).toContain('no_such_setting');
    expect(lines.join('\n')).toContain('no_such_setting');
    expect(await query(await start(), 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('to go on when it was called off', async () => {
    const reason = new Error('called off');
    await expect(start({ signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });
});

describe('the embedded database', () => {
  it('starts fresh, keeps what was written, and is closed to everyone else', async () => {
    const first = await start();
    await query(first, 'create table kept (word text)');
    await query(first, "insert into kept values ('سرای')");
    const [settings] = await query(
      first,
      `select current_setting('listen_addresses') as addresses, current_setting('fsync') as fsync,
        current_setting('data_checksums') as checksums, current_setting('server_encoding') as encoding,
        current_setting('timezone') as zone, (select datlocale from pg_database where datname = 'postgres') as locale`,
    );
    expect(settings).toEqual({
      addresses: '',
      fsync: 'on',
      checksums: 'on',
      encoding: 'UTF8',
      zone: 'UTC',
      locale: 'C.UTF-8',
    });
    for (const closed of [first.dataDir, first.socketDir])
      expect((await stat(closed)).mode & 0o777).toBe(0o700);
    expect((await stat(join(first.dataDir, 'serai.log'))).mode & 0o777).toBe(0o600);
    await first.stop();
    await first.stop();
    expect(await findRunningCluster({ name: 'keys', dataDir: folder })).toBeUndefined();

    const second = await start();
    expect(second.adopted).toBe(false);
    expect(await query(second, 'select word from kept')).toEqual([{ word: 'سرای' }]);
  });

  it('writes no personal data into its log', async () => {
    const cluster = await start();
    await query(cluster, 'create table person (phone text primary key, born date)');
    await query(cluster, "insert into person values ('0700-555-0199')");
    for (const text of [
      "insert into person values ('0700-555-0199')",
      "insert into person values ('1', '0700-555-0199')",
      'select * from "0700-555-0199"',
      "select '0700-555-0199'::int",
      "do $$ begin raise warning '0700-555-0199'; end $$",
      "select pg_terminate_backend(pg_backend_pid()), '0700-555-0199'",
    ]) {
      await query(cluster, text).catch(() => undefined);
    }
    await cluster.stop();
    expect(await readFile(join(cluster.dataDir, 'serai.log'), 'utf8')).not.toContain('0199');
  });

  it('can be found by a command beside it', async () => {
    const cluster = await start();
    expect(await findRunningCluster({ name: 'keys', dataDir: folder })).toEqual({
      socketDir: cluster.socketDir,
      port: cluster.port,
      superuser: cluster.superuser,
      pid: cluster.pid,
    });
  });

  it('is adopted when its Serai was killed', async () => {
    const { child, pid } = await startElsewhere();
    await killAndWait(child);
    const cluster = await start();
    expect(cluster).toMatchObject({ adopted: true, pid });
    await cluster.stop();
    expect(await findRunningCluster({ name: 'keys', dataDir: folder })).toBeUndefined();
  });

  it('is ended in order when its Serai leaves without stopping it', async () => {
    const { child, pid } = await startElsewhere('process.exit()');
    if (child.exitCode === null) await once(child, 'exit');
    const cluster = await start();
    expect(cluster.adopted).toBe(false);
    expect(cluster.pid).not.toBe(pid);
    expect(await readFile(join(cluster.dataDir, 'serai.log'), 'utf8')).not.toContain(
      'not properly shut down',
    );
  });

  it('is started anew instead when the wished settings are others', async () => {
    const { child, pid } = await startElsewhere();
    await killAndWait(child);
    const cluster = await start({ settings: { max_connections: '31' } });
    expect(cluster.adopted).toBe(false);
    expect(cluster.pid).not.toBe(pid);
    expect(await query(cluster, 'show max_connections')).toEqual([{ max_connections: '31' }]);
  });

  it('is started anew when its Serai and its server were killed', async () => {
    const { child, pid } = await startElsewhere();
    await killAndWait(child);
    process.kill(pid, 'SIGKILL');
    const cluster = await start();
    expect(cluster.adopted).toBe(false);
    expect(await query(cluster, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('is not hindered by a pid file whose number belongs to a stranger now', async () => {
    const first = await start();
    await first.stop();
    const stranger = spawn('sleep', ['60'], { stdio: 'ignore' });
    children.push(stranger);
    const lines = [stranger.pid, first.dataDir, 1, 5432, first.socketDir, '', '  5432001    0', 'ready', ''];
    await writeFile(join(first.dataDir, 'postmaster.pid'), lines.join('\n'), { mode: 0o600 });
    await mkdir(first.socketDir, { mode: 0o700 });
    await writeFile(join(first.socketDir, '.s.PGSQL.5432.lock'), lines.join('\n'), { mode: 0o600 });

    const second = await start();
    expect(await query(second, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(stranger.exitCode).toBeNull();
    expect(stranger.signalCode).toBeNull();
  });

  it('tells when it crashed, and keeps what was committed over the restart', async () => {
    const cluster = await start();
    let exits = 0;
    const crashed = new Promise<void>((resolve) => {
      cluster.onExit(() => {
        exits += 1;
        resolve();
      });
    });
    await query(cluster, 'create table kept as select 7 as number');
    const before = cluster.pid;
    process.kill(cluster.pid, 'SIGKILL');
    await crashed;
    await Promise.all([cluster.restart(), cluster.restart()]);
    expect(cluster.pid).not.toBe(before);
    expect(await query(cluster, 'select number from kept')).toEqual([{ number: 7 }]);
    await cluster.restart();
    await cluster.stop();
    expect(exits).toBe(1);
  });

  it('mends a folder that others could read', async () => {
    const first = await start();
    await first.stop();
    await chmod(first.dataDir, 0o755);
    const second = await start();
    expect((await stat(second.dataDir)).mode & 0o777).toBe(0o700);
  });

  it('lives in a folder with a long path', async () => {
    const deep = join(folder, 'a'.repeat(100), 'b'.repeat(100));
    const cluster = await start({ dataDir: deep });
    expect(cluster.socketDir.length).toBeLessThan(81);
    expect(await query(cluster, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('makes the folder of its socket where it is told', async () => {
    const cluster = await start({ runtimeDir: join(folder, 'run') });
    expect(cluster.socketDir.startsWith(join(folder, 'run'))).toBe(true);
    expect(await query(cluster, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('runs two clusters of one folder side by side', async () => {
    const [main, keys] = await Promise.all([start({ name: 'main' }), start()]);
    expect(main.socketDir).not.toBe(keys.socketDir);
    expect(await query(main, 'show cluster_name')).toEqual([{ cluster_name: 'serai-main' }]);
    expect(await query(keys, 'show cluster_name')).toEqual([{ cluster_name: 'serai-keys' }]);
  });
});

describe.runIf(isRoot)('the embedded database started by root', () => {
  beforeEach(() => chmod(folder, 0o700));

  it('runs without a user namespace, in a folder that only root may enter', async () => {
    const cluster = await start({ identities: ['user'] });
    expect(cluster.identity).toBe('user');
    expect((await stat(cluster.dataDir)).uid).not.toBe(0);
    expect(await query(cluster, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('goes from one way of running to the other with the same data', async () => {
    const first = await start({ identities: ['namespace'] });
    await query(first, 'create table kept as select 7 as number');
    await first.stop();
    const second = await start({ identities: ['user'] });
    expect(await query(second, 'select number from kept')).toEqual([{ number: 7 }]);
    await second.stop();
    const third = await start();
    expect(third.identity).toBe('user');
    expect(await query(third, 'select number from kept')).toEqual([{ number: 7 }]);
  });

  it("leaves a normal user's data to that user", async () => {
    await chown(folder, 65534, 65534);
    const cluster = await start();
    expect((await stat(cluster.dataDir)).uid).toBe(65534);
    expect(await query(cluster, 'select 1 as one')).toEqual([{ one: 1 }]);
  });
});
