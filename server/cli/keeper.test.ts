import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { makeRecoveryKey } from '#modules/setup/recovery-key.server.ts';
import { openTestCentre } from '#modules/staff/staff.testing.ts';
import { findProcess } from '#platform/database/embedded-process.server.ts';
import { programDir } from '#platform/program-dir.server.ts';
import { writeUnlockMode } from '#platform/vault/unlock-mode.server.ts';
import { loadBuiltServer } from '../built-app.testing.ts';
import { makeScratch, openEmbeddedHouse, runSerai } from './embedded-house.testing.ts';
import { findRunningServer } from './server-record.ts';

// Real processes, as an operator starts them, and killed as a raid or a power cut kills them.
const scratch = makeScratch();
const dataDir = scratch.path('data');
const home = { SERAI_DATA_DIR: dataDir, PORT: '0', SERAI_STANDBY: 'yes' };
const patience = { timeout: 60_000, interval: 50 };
let recoveryKey: string;
let keeper: ChildProcess;
let url: string;

beforeAll(async () => {
  await loadBuiltServer();
  const house = await openEmbeddedHouse(dataDir);
  await openTestCentre(house);
  recoveryKey = makeRecoveryKey(house);
  await house.close();
  await start();
}, 180_000);
afterAll(async () => {
  await runSerai(['stop'], home);
  scratch.remove();
}, 60_000);

async function start() {
  rmSync(join(dataDir, 'server.json'), { force: true });
  keeper = spawn(join(programDir, 'bin/serai'), ['start'], {
    env: { ...process.env, NODE_OPTIONS: '', ...home, SERAI_LOG: 'silent' },
    stdio: 'ignore',
  });
  url = await vi.waitFor(async () => {
    const running = await findRunningServer(dataDir);
    if (!running) throw new Error('it has not started yet');
    return running.url;
  }, patience);
}

const childrenOf = (pid: number): number[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(/\s+/).filter(Boolean).map(Number);
/** The process that serves and holds the keys, and the one that waits beside it: the later one. */
const servingHalves = (): number[] =>
  childrenOf(keeper.pid ?? 0).filter((pid) =>
    readFileSync(`/proc/${pid}/cmdline`, 'latin1').includes('serving-child'),
  );
const serving = (): number => {
  const [found] = servingHalves();
  if (found === undefined) throw new Error('nothing serves');
  return found;
};
const untilOneWaits = () =>
  vi.waitFor(() => {
    const [, waiting] = servingHalves();
    if (waiting === undefined) throw new Error('none waits');
    return waiting;
  }, patience);
const isGone = (pid: number) => findProcess(pid) === undefined;
const status = async (path: string) =>
  (await fetch(url + path, { headers: { accept: 'text/html' }, redirect: 'manual' })).status;

/** Processes of the house, and those of them that show the root key to whoever may list processes. */
function showing(pids: readonly number[]): number[] {
  const key = readFileSync(`${dataDir}-keys/root.key`, 'utf8').trim();
  const shapes = [
    key,
    Buffer.from(key, 'base64').toString('hex'),
    Buffer.from(key, 'base64').toString('latin1'),
  ];
  return pids.filter((pid) =>
    ['environ', 'cmdline'].some((file) => {
      const text = readFileSync(`/proc/${pid}/${file}`, 'latin1');
      return shapes.some((shape) => text.includes(shape));
    }),
  );
}
const ofHouse = () => [
  keeper.pid ?? 0,
  serving(),
  ...['main', 'keys'].map((name) =>
    Number(readFileSync(join(dataDir, `postgres-${name}`, 'postmaster.pid'), 'utf8').split('\n')[0]),
  ),
];

test('the root key stands in no environment and no arguments, and no core is ever written', () => {
  expect(showing(ofHouse())).toEqual([]);
  for (const pid of [keeper.pid ?? 0, serving()]) {
    expect(readFileSync(`/proc/${pid}/limits`, 'utf8')).toMatch(/Max core file size\s+0\s/);
    expect(readFileSync(`/proc/${pid}/cmdline`, 'latin1')).toContain('--disable-sigusr1');
  }
});

test('fault: a process that is given the key in its environment is seen', async () => {
  const key = readFileSync(`${dataDir}-keys/root.key`, 'utf8').trim();
  const careless = spawn('sleep', ['60'], { env: { SERAI_ROOT: key }, stdio: 'ignore' });
  try {
    await expect.poll(() => showing([careless.pid ?? 0]), patience).toEqual([careless.pid]);
  } finally {
    careless.kill('SIGKILL');
  }
});

test('locking ends the process that knew the keys; what comes after it knows none', async () => {
  const before = serving();
  const waiting = await untilOneWaits();
  expect(showing([waiting])).toEqual([]);
  expect(await status('/staff/sign-in')).toBe(200);
  expect(await runSerai(['lock'], home)).toMatchObject({
    code: 0,
    text: expect.stringContaining('/staff/unlock-house'),
  });
  expect([isGone(before), serving()]).toEqual([true, waiting]);
  expect(await status('/en')).toBe(200);
  expect([await status('/staff/sign-in'), await status('/staff/unlock-house')]).toEqual([423, 200]);
  expect(await runSerai(['status'], home)).toMatchObject({
    code: 1,
    text: expect.stringMatching(/sealed[^]*next start opens it with the key file[^]*root\.key/),
  });
}, 60_000);

test('while it is locked the key file on the machine opens nothing, whatever happens to the process', async () => {
  const before = serving();
  process.kill(before, 'SIGKILL');
  await expect.poll(() => isGone(before), patience).toBe(true);
  await expect.poll(() => status('/staff/sign-in').catch(() => 0), patience).toBe(423);
  expect(existsSync(`${dataDir}-keys/root.key`)).toBe(true);
}, 60_000);

test('the printed key opens it at the terminal, another one does not', async () => {
  const wrong = recoveryKey.replace(/^..../, recoveryKey.startsWith('AAAA') ? 'BBBB' : 'AAAA');
  expect(await runSerai(['unlock'], home, [wrong])).toMatchObject({
    code: 3,
    text: expect.stringContaining('not the recovery key'),
  });
  expect(await status('/staff/sign-in')).toBe(423);
  expect(await runSerai(['unlock'], home, [recoveryKey])).toMatchObject({ code: 0 });
  expect(await status('/staff/sign-in')).toBe(200);
  expect(await runSerai(['unlock'], home)).toMatchObject({ text: expect.stringContaining('open already') });
}, 60_000);

test('what serves is begun again when it dies, open as the house chose', async () => {
  const before = serving();
  process.kill(before, 'SIGKILL');
  await expect.poll(() => isGone(before), patience).toBe(true);
  await expect.poll(() => status('/staff/sign-in').catch(() => 0), patience).toBe(200);
}, 60_000);

test('when the keeper is killed nothing is left that knows a key, and the next start of a careful house is sealed', async () => {
  const before = [serving(), await untilOneWaits()];
  keeper.kill('SIGKILL');
  await expect.poll(() => before.every(isGone), patience).toBe(true);
  writeUnlockMode(dataDir, { mode: 'person', people: 1 });
  await start();
  expect([await status('/en'), await status('/staff/sign-in')]).toEqual([200, 423]);
  expect(await runSerai(['unlock'], home, [recoveryKey])).toMatchObject({ code: 0 });
  const opened = serving();
  process.kill(opened, 'SIGKILL');
  await expect.poll(() => isGone(opened), patience).toBe(true);
  await expect.poll(() => status('/staff/sign-in').catch(() => 0), patience).toBe(423);
}, 120_000);

test('a stop ends both, and leaves no file that says otherwise', async () => {
  const before = servingHalves();
  expect((await runSerai(['stop'], home)).code).toBe(0);
  expect(before.every(isGone)).toBe(true);
  expect(readdirSync(dataDir).filter((name) => name.startsWith('server.'))).toEqual([]);
}, 60_000);
