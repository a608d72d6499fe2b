import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { seedDemo } from '#app/demo/seed-demo.server.ts';
import { programDir } from '#platform/house.server.ts';
import { ensureBuild } from '#server/cli/ensure-build.ts';
import { type Figure, figure, median } from './bench-figure.ts';
import { openBenchHouse } from './bench-house.server.ts';
import type { BenchPart, StepGiven } from './bench-part.ts';

/** From `serai start` to the first answer of `/readyz`: in an empty folder, and with the demo's data. */
export const startPart: BenchPart = { name: 'start', steps: [measureFirst, fillDemo, measureAgain] };

const emptyOf = (dir: string) => join(dir, 'empty');
const demoOf = (dir: string) => join(dir, 'demo');

async function measureFirst({ dir }: StepGiven): Promise<Figure[]> {
  const seconds = await startAndStop(emptyOf(dir));
  return [
    figure({
      name: 'first start to ready',
      value: seconds,
      unit: 's',
      aim: 20,
      note: 'empty folder; databases, roles and tables are made',
    }),
  ];
}

async function fillDemo({ dir, small, say }: StepGiven): Promise<Figure[]> {
  const { house, close } = await openBenchHouse(demoOf(dir));
  const began = performance.now();
  let told = 0;
  await seedDemo(house, {
    ...(small && { people: 60, contacts: 180 }),
    onProgress: (done) => {
      if (done - told < 0.25) return;
      told = done;
      say(`${Math.round(done * 100)} % of the demo`);
    },
  });
  const seconds = (performance.now() - began) / 1000;
  await close();
  return [
    figure({
      name: 'demo filled',
      value: seconds,
      unit: 's',
      aim: 180,
      note: '3,000 people and 9,000 contacts through the operations',
    }),
  ];
}

async function measureAgain({ dir, small }: StepGiven): Promise<Figure[]> {
  const times: number[] = [];
  for (let at = 0; at < (small ? 1 : 5); at += 1) times.push(await startAndStop(demoOf(dir)));
  return [
    figure({
      name: 'start to ready with the demo',
      value: median(times),
      unit: 's',
      aim: 4,
      note: 'process begun to the first 200 of /readyz',
    }),
  ];
}

async function startAndStop(dataDir: string): Promise<number> {
  const port = await freePort();
  // A source that was saved meanwhile would be built anew within the time that is measured.
  await ensureBuild(() => {});
  const began = performance.now();
  const child = spawn(join(programDir, 'bin/serai'), ['start'], {
    env: {
      ...process.env,
      SERAI_DATA_DIR: dataDir,
      SERAI_KEY_FILE: `${dataDir}-keys/root.key`,
      PORT: String(port),
      SERAI_LOG: 'silent',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  try {
    await untilReady(child, port);
    return (performance.now() - began) / 1000;
  } finally {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await ended;
  }
}

async function untilReady(child: ChildProcess, port: number): Promise<void> {
  for (const end = Date.now() + 60_000; Date.now() < end; await delay(20)) {
    if (child.exitCode !== null) throw new Error(`serai start ended with ${child.exitCode}`);
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`, {
      signal: AbortSignal.timeout(2_000),
    }).catch(() => undefined);
    if (answer?.ok) return;
  }
  throw new Error('serai start was not ready within a minute');
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}
