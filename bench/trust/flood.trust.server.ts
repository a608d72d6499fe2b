import { setTimeout as delay } from 'node:timers/promises';
import { startChild } from '../bench-child.ts';
import { quantile } from '../bench-figure.ts';
import type { LoadOrder, LoadResult } from '../bench-public-generator.ts';
import type { ServedSite } from '../bench-public-site.server.ts';
import type { TrustCheck, TrustRun } from './trust-check.ts';

export const check: TrustCheck = {
  name: 'flood',
  promise:
    'While ten times as many public pages are asked for as can be made, eight colleagues work on: none of their requests fails, 99 of 100 are answered within half a second, and five seconds after the flood all is as before.',
  unit: 'requests of staff',
  counts: { fast: 400, night: 20_000, small: 240 },
  faults: ['flood-in-the-staff-lane'],
  run,
};

const workers = 8;
const mayTake = 500;
const mayRecover = 5_000;

async function run({ count, folder, fault, seed, tell }: TrustRun) {
  const site = startChild('bench-public-site.server.ts', [folder]);
  const senders = [startChild('bench-public-generator.ts'), startChild('bench-public-generator.ts')];
  const peer = startChild('bench-public-peer.ts');
  try {
    const { urls, cookie } = await site.ask<ServedSite>({ ask: 'open' });
    const [url] = urls;
    const send = (order: Omit<LoadOrder, 'url'>, to = url) =>
      Promise.all(senders.map((sender) => sender.ask<LoadResult>({ url: to, ...order })));
    const alone = await send({ path: `/en/lost-${seed}-`, fresh: true, connections: 2, seconds: 3 });
    const capacity = sum(alone, 404) / 3;
    const plain = `http://127.0.0.1:${await peer.ask<number>({ kind: 'node', headers: {}, body: '' })}`;
    const limit = (await send({ path: '/', connections: 100, seconds: 2 }, plain)).reduce(
      (all, { rate }) => all + rate,
      0,
    );
    const rate = Math.round(capacity * 10);
    tell(`${capacity.toFixed(0)} pages a second can be made; the senders reach ${limit.toFixed(0)} a second`);
    const quiet = await staffAtWork(url, cookie, Math.min(160, count));
    const flood = { goesOn: true };
    const answered = new Map<string, number>();
    const flooding = (async () => {
      while (flood.goesOn) {
        const order = {
          path: `/en/gone-${seed}-${answered.size}-`,
          fresh: true,
          connections: 100,
          seconds: 3,
          rate: Math.ceil(rate / senders.length),
        };
        const headers = fault === 'flood-in-the-staff-lane' ? { cookie } : undefined;
        for (const { statuses } of await send({ ...order, ...(headers && { headers, path: '/staff?' }) }))
          for (const [status, times] of Object.entries(statuses))
            answered.set(status, (answered.get(status) ?? 0) + times);
      }
    })();
    await delay(1_000);
    const floodBegan = performance.now();
    const busy = await staffAtWork(url, cookie, count);
    const floodTook = (performance.now() - floodBegan) / 1000;
    flood.goesOn = false;
    await flooding;
    const recovery = await untilRecovered(url, cookie);
    const p99 = quantile(busy.times, 0.99);
    const total = [...answered.values()].reduce((all, times) => all + times, 0);
    const faults = [
      ...busy.failed,
      ...(p99 > mayTake ? [`p99 of staff ${p99.toFixed(0)} ms, may be ${mayTake}`] : []),
      ...(recovery > mayRecover ? [`recovered only after ${(recovery / 1000).toFixed(1)} s`] : []),
      ...(total / (floodTook + 4) < 5 * capacity
        ? [`the flood was no flood: ${Math.round(total / (floodTook + 4))} answers a second`]
        : []),
    ];
    return {
      done: busy.times.length,
      wrong: faults.length,
      faults,
      figures: {
        staff: `median ${quantile(busy.times, 0.5).toFixed(0)} ms, p99 ${p99.toFixed(0)} ms; without the flood p99 ${quantile(quiet.times, 0.99).toFixed(0)} ms`,
        flood: `asked for ${rate}/s, ten times ${capacity.toFixed(0)}/s; answers ${[...answered].map(([status, times]) => `${status} × ${times}`).join(', ')}`,
        'senders alone reach': `${limit.toFixed(0)}/s`,
        'as before after': `${(recovery / 1000).toFixed(1)} s`,
      },
    };
  } finally {
    for (const child of [...senders, peer, site]) await child.end();
  }
}

const sum = (results: readonly LoadResult[], status: number): number =>
  results.reduce((all, { statuses }) => all + (statuses[status] ?? 0), 0);

const pages = ['/staff', '/staff/people', '/staff/contacts', '/staff/follow-ups'];

/** Eight people open pages, and write down every eighth thing that they do. */
async function staffAtWork(
  url: string,
  cookie: string,
  count: number,
): Promise<{ times: number[]; failed: string[] }> {
  const times: number[] = [];
  const failed: string[] = [];
  const state = { begun: 0 };
  const headers = { cookie, 'sec-fetch-site': 'same-origin', origin: url };
  await Promise.all(
    Array.from({ length: workers }, async () => {
      while (state.begun < count) {
        const number = (state.begun += 1);
        const isWrite = number % 8 === 0;
        const path = isWrite ? '/api/v1/contacts' : (pages[number % pages.length] ?? '/staff');
        const began = performance.now();
        try {
          const answer = await fetch(
            url + path,
            isWrite
              ? writeOf(headers)
              : { headers: { ...headers, accept: 'text/html' }, signal: AbortSignal.timeout(30_000) },
          );
          await answer.arrayBuffer();
          if (answer.status >= 300) failed.push(`${path} answered ${answer.status}`);
        } catch (error) {
          failed.push(`${path}: ${error instanceof Error ? error.message : String(error)}`);
        }
        times.push(performance.now() - began);
        // A person looks at what came before asking for more.
        await delay(120);
      }
    }),
  );
  return { times, failed };
}

function writeOf(headers: Record<string, string>): RequestInit {
  const body = {
    who: 'anonymous',
    channel: 'in_person_centre',
    minutes: 10,
    language: 'ur',
    topics: ['visa_procedure'],
    result: 'information_given',
    stayOptionExplained: true,
  };
  return {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(30_000),
  };
}

/** Until strangers get a page that was not kept, and a colleague theirs within a fifth of a second. */
async function untilRecovered(url: string, cookie: string): Promise<number> {
  const began = performance.now();
  for (let at = 0; performance.now() - began < 30_000; at += 1) {
    const stranger = await fetch(`${url}/en/after-${at}`);
    await stranger.arrayBuffer();
    const asked = performance.now();
    const colleague = await fetch(`${url}/staff`, { headers: { cookie, accept: 'text/html' } });
    await colleague.arrayBuffer();
    if (stranger.status === 404 && colleague.status === 200 && performance.now() - asked < 200) break;
    await delay(50);
  }
  return performance.now() - began;
}
