import { chromium, type Page } from 'playwright-core';
import { openDemoCentre } from '#app/demo/open-demo-centre.server.ts';
import { seedToday } from '#app/demo/seed-today.server.ts';
import { peopleIndex } from '#modules/clients/people-index.server.ts';
import { addDays } from '#platform/language/local-day.ts';
import { loadWeb } from '#server/cli/load-web.ts';
import { findChromium } from '../scripts/find-chromium.ts';
import { type Figure, figure, median } from './bench-figure.ts';
import { openBenchHouse } from './bench-house.server.ts';
import type { BenchPart, StepGiven } from './bench-part.ts';
import { signInAs } from './bench-session.server.ts';

/** The first page of the workspace in a browser that has seen nothing of it yet, on a slow computer and a slow line. */
export const firstLoadPart: BenchPart = { name: 'first-load', steps: [measure] };

const line = { bytesPerSecond: (1.6 * 1_000_000) / 8, slowDown: 4 };

async function measure({ dir, small, say }: StepGiven): Promise<Figure[]> {
  const browserPath = findChromium();
  if (!browserPath)
    throw new Error('There is no Chromium on this machine: install it, or name it in CHROME_PATH');
  const { house, close } = await openBenchHouse(dir);
  await peopleIndex(house).ready;
  const centre = await openDemoCentre(
    house,
    'bench-centre',
    addDays(new Date().toISOString().slice(0, 10), -2),
  );
  await seedToday(house, 'bench-today', centre, 3_000);
  await centre.close();
  const token = await signInAs(house, 'coordinator');
  const web = await loadWeb();
  const app = web.createApp(house);
  const server = await web.startServer(app, { host: '127.0.0.1', port: 0 });
  const loads: Load[] = [];
  const far: Load[] = [];
  const browser = await chromium.launch({
    executablePath: browserPath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  try {
    for (let at = 0; at < (small ? 1 : 5); at += 1) {
      loads.push(await load(0));
      far.push(await load(150));
    }
  } finally {
    await browser.close();
    await server.stop();
    await close();
  }
  say(
    `${loads[0]?.requests} requests, ${((loads[0]?.other ?? 0) / 1000).toFixed(0)} kB beside script and style`,
  );
  return [
    figure({
      name: 'script of the first page',
      value: (loads[0]?.script ?? 0) / 1000,
      unit: 'kB',
      aim: 200,
      note: 'as it travels, compressed',
    }),
    figure({
      name: 'style of the first page',
      value: (loads[0]?.style ?? 0) / 1000,
      unit: 'kB',
      aim: 50,
      note: 'as it travels, compressed',
    }),
    figure({
      name: 'first page interactive',
      value: median(loads.map(({ interactive }) => interactive)),
      unit: 'ms',
      aim: 2_000,
      note: `4x slower processor, 1.6 Mbit/s; first paint ${median(loads.map(({ painted }) => painted)).toFixed(0)} ms`,
    }),
    figure({
      name: 'first page interactive, line with 150 ms delay',
      value: median(far.map(({ interactive }) => interactive)),
      unit: 'ms',
      note: `first paint ${median(far.map(({ painted }) => painted)).toFixed(0)} ms; the page can be read and its forms sent from then on`,
    }),
  ];

  /** A context of its own each time: nothing is kept from the load before. */
  async function load(latency: number): Promise<Load> {
    const context = await browser.newContext();
    await context.addCookies([{ name: 'serai', value: token, url: server.url }]);
    const page = await context.newPage();
    const sizes = { script: 0, style: 0, other: 0, requests: 0 };
    const protocol = await context.newCDPSession(page);
    await protocol.send('Network.enable');
    const kinds = new Map<string, string>();
    protocol.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type));
    protocol.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      const kind = kinds.get(requestId);
      sizes.requests += 1;
      sizes[kind === 'Script' ? 'script' : kind === 'Stylesheet' ? 'style' : 'other'] += encodedDataLength;
    });
    await protocol.send('Network.emulateNetworkConditions', {
      offline: false,
      latency,
      downloadThroughput: line.bytesPerSecond,
      uploadThroughput: line.bytesPerSecond,
    });
    await protocol.send('Emulation.setCPUThrottlingRate', { rate: line.slowDown });
    await page.addInitScript(watch);
    await page.goto(`${server.url}/staff`, { waitUntil: 'load' });
    const times = await interactiveOf(page);
    await page.waitForLoadState('networkidle');
    await context.close();
    return { ...sizes, ...times };
  }
}

interface Load {
  script: number;
  style: number;
  other: number;
  requests: number;
  /** Milliseconds from the request to the moment at which the page's controls are alive and the processor is free. */
  interactive: number;
  painted: number;
}

/** Runs in the page before anything of it: notes when React has taken over the controls, and the end of long tasks. */
function watch() {
  const noted = { alive: 0, busyUntil: 0 };
  Object.assign(globalThis, { benchNoted: noted });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      noted.busyUntil = Math.max(noted.busyUntil, entry.startTime + entry.duration);
  }).observe({ type: 'longtask', buffered: true });
  const look = () => {
    const control = document.querySelector('main button, main a, main input');
    if (control && Object.keys(control).some((key) => key.startsWith('__reactProps')))
      noted.alive = performance.now();
    else requestAnimationFrame(look);
  };
  look();
}

async function interactiveOf(page: Page): Promise<{ interactive: number; painted: number }> {
  await page.waitForFunction(
    () => (globalThis as unknown as { benchNoted: { alive: number } }).benchNoted.alive > 0,
    undefined,
    { timeout: 60_000 },
  );
  await page.waitForTimeout(1_000);
  return page.evaluate(() => {
    const { alive, busyUntil } = (
      globalThis as unknown as { benchNoted: { alive: number; busyUntil: number } }
    ).benchNoted;
    // A long task right after counts: a click would have waited for it.
    const interactive = busyUntil > alive && busyUntil < alive + 500 ? busyUntil : alive;
    return {
      interactive,
      painted: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
    };
  });
}
