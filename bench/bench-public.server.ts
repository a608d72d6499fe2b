import { setTimeout as wait } from 'node:timers/promises';
import { startChild } from './bench-child.ts';
import { type Figure, figure, median, quantile } from './bench-figure.ts';
import type { BenchPart, StepGiven } from './bench-part.ts';
import type { LoadOrder, LoadResult } from './bench-public-generator.ts';
import type { ServedSite } from './bench-public-site.server.ts';

/** The public half through real HTTP: from memory, made anew, after a change, and in a flood. */
export const publicPart: BenchPart = { name: 'public', steps: [measure] };

interface Given extends StepGiven {
  site: ServedSite;
  load(order: LoadOrder): Promise<LoadResult>;
  publish(): Promise<{ path: string; at: number }>;
}

async function measure(given: StepGiven): Promise<Figure[]> {
  const site = startChild('bench-public-site.server.ts', [given.dir]);
  const generator = startChild('bench-public-generator.ts');
  try {
    const all: Given = {
      ...given,
      site: await site.ask<ServedSite>({ ask: 'open' }),
      load: (order) => generator.ask<LoadResult>(order),
      publish: () => site.ask({ ask: 'publish' }),
    };
    return [
      ...(await measureMemory(all)),
      ...(await measureMaking(all)),
      ...(await measurePublishing(all)),
      ...(await measureFlood(all)),
    ];
  } finally {
    await generator.end();
    await site.end();
  }
}

/** A page from memory against the same bytes and headers from a handler that does nothing else; the two take turns. */
async function measureMemory({ site, load, publish, small }: Given): Promise<Figure[]> {
  const [url] = site.urls;
  const headers = { 'accept-encoding': 'gzip', accept: 'text/html' };
  const guide = (await publish()).path;
  const path = (await fetch(url + guide, { headers })).ok ? guide : '/en';
  for (let at = 0; at < 3; at += 1) {
    await (await fetch(url + path, { headers })).arrayBuffer();
    // What is made right after a change is made once more.
    await wait(2_500);
  }
  const { sent, body } = await rawAnswer(url + path, headers);
  const peers = {
    hono: startChild('bench-public-peer.ts'),
    node: startChild('bench-public-peer.ts'),
  };
  const portOf = (kind: 'hono' | 'node') =>
    peers[kind].ask<number>({ kind, headers: sent, body: body.toString('base64') });
  const bare = `http://127.0.0.1:${await portOf('hono')}`;
  const plain = `http://127.0.0.1:${await portOf('node')}`;
  const order = { path, connections: 64, seconds: small ? 1 : 4 };
  const rates: { own: number[]; bare: number[]; plain: number[] } = { own: [], bare: [], plain: [] };
  const odd = new Set<string>();
  for (let round = 0; round < (small ? 2 : 5); round += 1) {
    for (const [name, target] of [
      ['own', url],
      ['bare', bare],
      ['plain', plain],
    ] as const) {
      const { rate, statuses } = await load({ url: target, ...order });
      for (const status of Object.keys(statuses)) if (status !== '200') odd.add(status);
      // The first round warms up.
      if (round > 0) rates[name].push(rate);
    }
  }
  await Promise.all(Object.values(peers).map((peer) => peer.end()));
  const [own, limit, sender] = [median(rates.own), median(rates.bare), median(rates.plain)];
  return [
    figure({
      name: 'public page from memory',
      value: own,
      unit: '/s',
      aim: 0.6 * limit,
      sense: 'least',
      limit,
      note:
        odd.size > 0
          ? `not measured: answered ${[...odd].join(', ')}`
          : `${path.replace(/-page-.*/, '')}: ${Object.keys(sent).length} headers, ${body.length} bytes; limit: bare Hono. The sender reaches ${Math.round(sender)}/s`,
    }),
  ];
}

/** Through `node:http`, which does not open what is compressed. */
async function rawAnswer(url: string, headers: Record<string, string>) {
  const { get } = await import('node:http');
  return new Promise<{ sent: Record<string, string>; body: Buffer }>((resolve, reject) => {
    get(url, { headers }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () => {
        const own = new Set(['date', 'connection', 'keep-alive', 'transfer-encoding', 'content-length']);
        const sent = Object.entries(answer.headers).filter(([name]) => !own.has(name));
        resolve({ sent: Object.fromEntries(sent) as Record<string, string>, body: Buffer.concat(parts) });
      });
    }).on('error', reject);
  });
}

/** Each kind of page, asked for in a way that nothing is kept of: another language, another page, a made-up host. */
async function measureMaking({ site, publish, small }: Given): Promise<Figure[]> {
  const [url] = site.urls;
  const { path: guide } = await publish();
  await wait(3_000);
  const kinds = await pageKinds(url, guide);
  const figures: Figure[] = [];
  for (const [name, path] of kinds) {
    const times: number[] = [];
    const statuses = new Set<number>();
    for (let at = 0; at < (small ? 20 : 120); at += 1) {
      const start = performance.now();
      // A host name of its own makes an address of its own.
      const answer = await timedGet(url, path, `host-${at}-${name.replaceAll(/\W/g, '')}.example`);
      if (at >= 10) times.push(performance.now() - start);
      statuses.add(answer);
    }
    const odd = [...statuses].filter((status) => status !== 200);
    figures.push(
      figure({
        name: `${name}, made anew, p95`,
        value: quantile(times, 0.95),
        unit: 'ms',
        ...(odd.length === 0 && { aim: 40 }),
        note:
          odd.length > 0
            ? `not measured: answered ${odd.join(', ')}`
            : `half within ${median(times).toFixed(1)} ms`,
      }),
    );
  }
  return figures;
}

/** One address for each kind that the sitemap names: what differs only in its last word is one kind. */
async function pageKinds(url: string, guide: string): Promise<[string, string][]> {
  const map = await (await fetch(`${url}/sitemap.xml`)).text();
  const paths = [...map.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, loc]) => new URL(loc ?? '', url).pathname);
  const kinds = new Map<string, string>([
    ['home', '/en'],
    ['guide', guide],
  ]);
  for (const path of paths) {
    const [, language, kind = 'home', last] = path.split('/');
    if (language === 'en' || language === 'ur') {
      const name = `${kind}${language === 'ur' ? ' in Urdu' : ''}`;
      if (!kinds.has(name) && (kind === 'home' || last !== undefined || kind !== 'guides'))
        kinds.set(name, path);
    }
  }
  kinds.set('search', '/en/search?q=contract').set('decide', '/en/decide').set('costs', '/en/costs/pk-sa');
  return [...kinds];
}

async function timedGet(url: string, path: string, host: string): Promise<number> {
  const { get } = await import('node:http');
  return new Promise((resolve, reject) => {
    get(url + path, { headers: { host, accept: 'text/html', 'accept-encoding': 'gzip' } }, (answer) => {
      answer.resume().on('end', () => resolve(answer.statusCode ?? 0));
    }).on('error', reject);
  });
}

/** From the commit of a publication until a page that both servers keep shows it, while both are being read. */
async function measurePublishing({ site, publish, small }: Given): Promise<Figure[]> {
  const list = '/sitemap.xml';
  const delays: { own: number[]; other: number[] } = { own: [], other: [] };
  for (let round = 0; round < (small ? 2 : 8); round += 1) {
    for (const url of site.urls) await (await fetch(url + list)).text();
    await wait(3_000);
    for (const url of site.urls) await (await fetch(url + list)).text();
    const { path, at } = await publish();
    const seen = site.urls.map(async (url) => {
      for (;;) {
        if ((await (await fetch(url + list)).text()).includes(path)) return Date.now() - at;
        if (Date.now() - at > 20_000) return 20_000;
        await wait(15);
      }
    });
    const [own = 0, other = 0] = await Promise.all(seen);
    delays.own.push(own);
    delays.other.push(other);
  }
  return [
    figure({
      name: 'published until seen on another process, longest',
      value: Math.max(...delays.other, ...delays.own) / 1000,
      unit: 's',
      aim: 2,
      note: `two houses over one database; half within ${(median(delays.other) / 1000).toFixed(2)} s`,
    }),
  ];
}

/** Ten times what can be made, of addresses that nobody has asked for, while somebody works at the desk. */
async function measureFlood({ site, load, small, say }: Given): Promise<Figure[]> {
  const [url] = site.urls;
  const seconds = small ? 3 : 12;
  const alone = await load({
    url,
    path: '/en/not-here-',
    fresh: true,
    connections: 4,
    seconds: small ? 2 : 5,
  });
  const made = alone.statuses['404'] ?? 0;
  const capacity = made / (small ? 2 : 5);
  const quiet = await staffTimes(site, small ? 20 : 60);
  const rate = Math.round(capacity * 10);
  const flooding = load({ url, path: '/en/gone-', fresh: true, connections: 200, seconds, rate });
  await wait(1_000);
  const busy = await staffTimes(site, small ? 20 : 60);
  const kept: number[] = [];
  for (let at = 0; at < 20; at += 1) {
    const start = performance.now();
    await (await fetch(`${url}/en`)).arrayBuffer();
    kept.push(performance.now() - start);
  }
  const flood = await flooding;
  const total = Object.values(flood.statuses).reduce((sum, count) => sum + count, 0);
  say(`capacity ${capacity.toFixed(0)}/s; flood ${JSON.stringify(flood.statuses)}, errors ${flood.errors}`);
  const shed = ((100 * (flood.statuses['503'] ?? 0)) / Math.max(1, total)).toFixed(0);
  return [
    figure({
      name: 'desk page in a flood, p95',
      value: quantile(busy.times, 0.95),
      unit: 'ms',
      aim: 200,
      note: `half within ${median(busy.times).toFixed(0)} ms; without flood p95 ${quantile(quiet.times, 0.95).toFixed(0)} ms${busy.failed > 0 ? `; ${busy.failed} FAILED` : ''}`,
    }),
    figure({
      name: 'flood of addresses nobody asked for',
      value: flood.rate,
      unit: '/s',
      note: `asked for ${rate}/s, ten times ${capacity.toFixed(0)}/s that can be made; ${shed} % sent away; a kept page p95 ${quantile(kept, 0.95).toFixed(0)} ms meanwhile`,
    }),
  ];
}

async function staffTimes({ urls: [url], cookie }: ServedSite, count: number) {
  const times: number[] = [];
  let failed = 0;
  for (let at = 0; at < count; at += 1) {
    const start = performance.now();
    const answer = await fetch(`${url}/staff`, { headers: { cookie, accept: 'text/html' } });
    await answer.arrayBuffer();
    times.push(performance.now() - start);
    if (answer.status !== 200) failed += 1;
    await wait(50);
  }
  return { times, failed };
}
