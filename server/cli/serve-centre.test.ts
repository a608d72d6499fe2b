import { get } from 'node:http';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { sql } from 'kysely';
import { readConfig } from '#platform/config.server.ts';
import type { House } from '#platform/house.server.ts';
import { createLog } from '#platform/log.server.ts';
import { startServer } from '../start-server.server.ts';
import { makeScratch, runSerai } from './embedded-house.testing.ts';
import { type ServedCentre, serveCentre } from './serve-centre.ts';
import { findRunningServer } from './server-record.ts';

const scratch = makeScratch();
const home = { SERAI_DATA_DIR: scratch.path('data'), PORT: '0' };
const config = readConfig(home);
let served: ServedCentre | undefined;
let held: { arrived: Promise<void>; letGo: () => void };

/** One page that asks the database, one that takes as long as a test wishes. */
const createApp = (house: House) => ({
  async fetch(request: Request) {
    if (new URL(request.url).pathname === '/slow') await hold.reached();
    const { rows } = await sql<{ id: string }>`select id from house`.execute(house.databases.auth);
    return new Response(rows[0]?.id);
  },
});
let hold: { reached(): Promise<void> };

const serve = async () => {
  let arrive = () => {};
  let letGo = () => {};
  const open = new Promise<void>((resolve) => (letGo = resolve));
  held = { arrived: new Promise<void>((resolve) => (arrive = resolve)), letGo };
  hold = {
    reached() {
      arrive();
      return open;
    },
  };
  served = await serveCentre(config, {
    log: createLog('silent'),
    web: { createApp, startServer },
  });
  return served;
};
/** A plain request; fetch would keep the connection for the next one. */
const ask = (url: string, headers: Record<string, string> = {}) =>
  new Promise<{
    status: number | undefined;
    retryAfter: string | undefined;
    type: string | undefined;
    body: string;
  }>((resolve, reject) => {
    get(url, { headers, agent: false }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (text: string) => (body += text));
      response.on('end', () =>
        resolve({
          status: response.statusCode,
          retryAfter: response.headers['retry-after'],
          type: response.headers['content-type'],
          body,
        }),
      );
    }).on('error', reject);
  });
beforeAll(() => serve().then(() => served?.stop()), 60_000);
afterEach(() => served?.stop());
afterAll(() => scratch.remove());

test('a second server on the same data is refused, and names the first', async () => {
  const { url } = await serve();
  await expect(
    serveCentre(config, { log: createLog('silent'), web: { createApp, startServer } }),
  ).rejects.toMatchObject({
    code: 'server.already-running',
    params: { url },
  });
});

test('a taken port is told before anything is opened', async () => {
  const { url } = await serve();
  const other = readConfig({ SERAI_DATA_DIR: scratch.path('other'), PORT: new URL(url).port });
  await expect(
    serveCentre(other, { log: createLog('silent'), web: { createApp, startServer } }),
  ).rejects.toMatchObject({ code: 'port.taken' });
  expect(await findRunningServer(other.dataDir)).toBeUndefined();
});

test('a request that is being answered is finished before the databases stop', async () => {
  const { url, stop } = await serve();
  const slow = ask(`${url}/slow`);
  await held.arrived;
  const stopped = stop();
  held.letGo();
  expect((await slow).status).toBe(200);
  await stopped;
}, 60_000);

test('an empty centre gives out an address for its set-up, a new one each time', async () => {
  const { url } = await serve();
  const [first, second] = [await runSerai(['setup'], home), await runSerai(['setup'], home)];
  expect(first.text).toMatch(new RegExp(`${url}/setup/[\\w-]{40,}`));
  expect(second.text).not.toBe(first.text);
});

test('after a stop nothing runs any more and the next start finds everything', async () => {
  const first = await serve();
  const id = (await ask(first.url)).body;
  await first.stop();
  expect(await findRunningServer(config.dataDir)).toBeUndefined();
  expect((await runSerai(['setup'], home)).text).toContain('No server runs');
  expect(await runSerai(['stop'], home)).toMatchObject({
    code: 0,
    text: expect.stringContaining('No server runs'),
  });
  expect((await ask((await serve()).url)).body).toBe(id);
}, 60_000);
