import { execFileSync } from 'node:child_process';
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { seedDemo } from '#app/demo/seed-demo.server.ts';
import { seededRandom } from '#app/demo/seeded-random.ts';
import { ensureBuild } from '#server/cli/ensure-build.ts';
import { type SupervisedApp, superviseApp } from './bench-fault-app.server.ts';
import { createFaultLoad, type FaultLoad } from './bench-fault-load.server.ts';
import { type Counts, countRows, judge } from './bench-fault-verdict.server.ts';
import { median, quantile } from './bench-figure.ts';
import { openBenchHouse } from './bench-house.server.ts';
import { signInAs } from './bench-session.server.ts';
import { freePort } from './bench-start.server.ts';

/**
 * `npm run bench:faults [-- --rounds 30] [--only kill,gone,full] [--json FILE]`: takes the power away in every way there is
 * while people write, and looks afterwards whether anything that was acknowledged is missing, doubled or unreadable.
 */
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '30' },
    only: { type: 'string' },
    json: { type: 'string' },
    gone: { type: 'string', default: '30' },
  },
});
const wanted = new Set(values.only?.split(',') ?? ['kill', 'gone', 'full']);
const workers = 6;
const wait = 60_000;

interface Trial {
  trial: string;
  rounds: number;
  acknowledged: number;
  answers: string;
  /** Seconds until it served again, the median and the longest. */
  backAfter: string;
  lost: number;
  doubled: number;
  unreadable: number;
  untold: number;
  auditRows: number;
  auditFindings: number;
  faults: string[];
}

interface Scene {
  app: SupervisedApp;
  load: FaultLoad;
  dataDir: string;
  say(text: string): void;
}

await ensureBuild(() => console.error('Building the pages …'));
const trials: Trial[] = [];
if (wanted.has('kill')) trials.push(await trial('kill -9 of app, database, both', tmpdir(), killInTurns));
if (wanted.has('gone'))
  trials.push(await trial(`database gone for ${values.gone} s`, tmpdir(), loseDatabase));
if (wanted.has('full')) {
  const small = mountSmallDisk();
  if (small) {
    try {
      trials.push(await trial('disk full', small, fillDisk));
    } finally {
      execFileSync('/bin/umount', ['-l', small]);
    }
  } else console.log('disk full: not run, because a small disk can only be mounted as root');
}
for (const { faults, ...shown } of trials) {
  console.log(
    Object.entries(shown)
      .map(([name, value]) => `${name}: ${value}`)
      .join('\n  '),
  );
  for (const fault of faults.slice(0, 12)) console.log(`  ! ${fault}`);
}
if (values.json) writeFileSync(values.json, `${JSON.stringify(trials, null, 2)}\n`);
const broken = trials.some(
  (each) =>
    each.lost + each.doubled + each.unreadable + each.untold + each.auditFindings + each.faults.length > 0,
);
console.log(
  broken ? 'Something was lost, doubled or unclear.' : 'Nothing lost, nothing doubled, no gap in the chain.',
);
process.exit(broken ? 1 : 0);

/** Fills a centre, serves it, runs the trial under load, and judges what is left. */
async function trial(
  name: string,
  parent: string,
  work: (scene: Scene) => Promise<number[]>,
): Promise<Trial> {
  const say = (text: string) => console.error(`  … ${text}`);
  console.error(name);
  const root = mkdtempSync(join(parent, 'serai-faults-'));
  const dataDir = join(root, 'data');
  const keyFile = `${dataDir}-keys/root.key`;
  mkdirSync(dataDir, { mode: 0o700 });
  try {
    const prepared = await prepare(dataDir);
    const app = superviseApp(dataDir, keyFile, await freePort());
    const load = createFaultLoad({ url: app.url, ...prepared });
    const faults: string[] = [];
    let back: number[] = [];
    try {
      await app.untilReady(wait);
      load.run(workers);
      back = await work({ app, load, dataDir, say });
      await load.settle(wait);
      await load.repeatSome(40);
    } catch (error) {
      faults.push(error instanceof Error ? error.message : String(error));
    } finally {
      await app.stop();
    }
    const { house, admin, close } = await openBenchHouse(dataDir);
    const verdict = await judge(house, admin, load.acknowledged, prepared.before);
    await close();
    return {
      trial: name,
      rounds: back.length,
      acknowledged: load.acknowledged.length,
      answers: [...load.seen]
        .sort(([a], [b]) => a - b)
        .map(([status, count]) => `${status === 0 ? 'broken' : status} × ${count}`)
        .join(', '),
      backAfter: `${(median(back) / 1000).toFixed(1)} s, at most ${(quantile(back, 1) / 1000).toFixed(1)} s`,
      ...verdict,
      faults: [...faults, ...load.faults, ...load.unclear],
    };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

async function prepare(
  dataDir: string,
): Promise<{ token: string; siteId: string; clientIds: string[]; before: Counts }> {
  const { house, admin, close } = await openBenchHouse(dataDir);
  await seedDemo(house, { people: 60, contacts: 120 });
  const token = await signInAs(house, 'coordinator');
  const before = await countRows(admin);
  const people = await admin.query<{ id: string }>(
    `select id from client c where not restricted and not exists (select 1 from consent where client_id = c.id and status = 'withdrawn') limit 30`,
  );
  const site = await admin.query<{ id: string }>(`select id from site where type = 'main'`);
  await close();
  return { token, before, clientIds: people.rows.map(({ id }) => id), siteId: site.rows[0]?.id ?? '' };
}

async function killInTurns({ app, load, say }: Scene): Promise<number[]> {
  const back: number[] = [];
  const random = seededRandom('faults');
  for (let round = 0; round < Number(values.rounds); round += 1) {
    await delay(300 + random.int(0, 1_200));
    const what = (['app', 'database', 'both'] as const)[round % 3] ?? 'app';
    const cluster = round % 2 === 0 ? 'main' : 'keys';
    const written = load.acknowledged.length;
    if (what !== 'database') app.killApp();
    if (what !== 'app') app.killDatabase(what === 'both' ? 'main' : cluster);
    if (what === 'both') app.killDatabase('keys');
    await delay(150);
    back.push(150 + (await untilWriting(app, load)));
    await load.repeatSome(3);
    say(
      `round ${round + 1}: ${what}${what === 'database' ? ` (${cluster})` : ''}, ${written} acknowledged before, back after ${((back.at(-1) ?? 0) / 1000).toFixed(1)} s`,
    );
  }
  return back;
}

/** Ready means that somebody's work is taken again, not only that a light is green. */
async function untilWriting(app: SupervisedApp, load: FaultLoad): Promise<number> {
  const began = performance.now();
  await app.untilReady(wait);
  const before = load.acknowledged.length;
  while (load.acknowledged.length < before + 3) {
    if (performance.now() - began > wait) throw new Error('ready, but no write was taken within a minute');
    await delay(20);
  }
  return performance.now() - began;
}

/** The records disappear from under the running server, as with a disk that is unplugged, and come back. */
async function loseDatabase({ app, load, dataDir, say }: Scene): Promise<number[]> {
  await delay(1_500);
  const folder = join(dataDir, 'postgres-main');
  const away = `${folder}.away`;
  const answered = new Map(load.seen);
  // The folder first: whoever tries to start it again finds nothing.
  renameSync(folder, away);
  app.killDatabase('main', away);
  await delay(Number(values.gone) * 1_000);
  const during = (load.seen.get(503) ?? 0) - (answered.get(503) ?? 0);
  say(`${during} answers 503 while it was gone`);
  if (during === 0) load.faults.push('nobody was told that the database is away');
  renameSync(away, folder);
  return [await untilWriting(app, load)];
}

/** A file takes all that is left of the disk; later it is taken away again. */
async function fillDisk({ app, load, dataDir, say }: Scene): Promise<number[]> {
  await delay(1_500);
  const filler = join(dataDir, '..', 'filler');
  takeAllSpace(filler);
  const end = Date.now() + 25_000;
  while (Date.now() < end && (load.seen.get(507) ?? 0) < 5) {
    await delay(500);
    takeAllSpace(filler);
  }
  await delay(3_000);
  const told = load.seen.get(507) ?? 0;
  say(`${told} answers 507 while the disk was full, ${load.seen.get(503) ?? 0} answers 503`);
  if (told === 0) load.faults.push('nobody was told that the disk is full');
  rmSync(filler);
  return [await untilWriting(app, load)];
}

function takeAllSpace(path: string): void {
  const handle = openSync(path, 'a');
  try {
    for (let chunk = 1024 * 1024; chunk >= 4096; ) {
      try {
        writeSync(handle, Buffer.alloc(chunk));
        fsyncSync(handle);
      } catch {
        chunk /= 4;
      }
    }
  } finally {
    closeSync(handle);
  }
}

/** A disk of its own that is soon full. Undefined where this user may not mount one. */
function mountSmallDisk(): string | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'serai-disk-'));
  try {
    execFileSync('/bin/mount', ['-t', 'tmpfs', '-o', 'size=420m', 'tmpfs', folder], { stdio: 'ignore' });
    return folder;
  } catch {
    rmSync(folder, { recursive: true, force: true });
    return undefined;
  }
}
