import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { StaffActor } from '#platform/actor.ts';
import { openTestCentre } from '#modules/staff/staff.testing.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import type { WebApp } from './app.server.ts';
import { loadBuiltServer } from './built-app.testing.ts';

const origin = 'http://127.0.0.1:4380';
let actor: StaffActor;
let house: TestHouse;
let app: WebApp;
beforeAll(async () => {
  house = await openTestHouse();
  actor = (await openTestCentre(house)).coordinator.actor;
  app = (await loadBuiltServer()).createApp(house, { resolveActor: async () => actor });
});
afterAll(() => house?.close());

const get = (path: string, headers: Record<string, string> = {}) =>
  app.fetch(new Request(origin + path, { headers: { cookie: `serai=${actor.sessionToken}`, ...headers } }));

/** Every script that the page runs at once, with all that they import before they run. */
async function scriptsOf(html: string): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const waiting = [
    ...html.matchAll(/(?:href|src)="(\/assets\/[^"]+\.js)"|(?:import|from)\s*"(\/assets\/[^"]+\.js)"/g),
  ].map((match) => match[1] ?? match[2] ?? '');
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (found.has(path)) continue;
    const code = await (await get(path)).text();
    found.set(path, code);
    for (const match of code.matchAll(/(?:from|import)\s*["'](\.\/[^"']+\.js)["']/g))
      waiting.push(`/assets/${match[1]?.slice(2)}`);
  }
  return found;
}

const compressed = (texts: Iterable<string>) =>
  [...texts].reduce((sum, text) => sum + gzipSync(text, { level: 9 }).length, 0);

it('keeps the workspace to 200 kB script, 50 kB style and 75 kB texts at first load, compressed', async () => {
  const page = await get('/staff/not-a-page', { accept: 'text/html' });
  const html = await page.text();
  expect(page.status).toBe(404);
  const scripts = await scriptsOf(html);
  const texts = /href="(\/texts\/[^"]+)"/.exec(html)?.[1] ?? '';
  const styles = [...html.matchAll(/href="(\/assets\/[^"]+\.css)"/g)].map((match) => match[1] ?? '');
  expect(scripts.size).toBeGreaterThan(3);
  expect(styles).not.toEqual([]);
  expect(compressed(scripts.values())).toBeLessThanOrEqual(200_000);
  // Once for each language and release: the browser keeps them for ever.
  expect(compressed([await (await get(texts)).text()])).toBeLessThanOrEqual(75_000);
  expect(
    compressed(await Promise.all(styles.map(async (path) => (await get(path)).text()))),
  ).toBeLessThanOrEqual(50_000);
});

it('gives every script of a staff page the nonce of its own policy', async () => {
  const page = await get('/staff/not-a-page', { accept: 'text/html' });
  const nonce = /script-src 'self' 'nonce-([\w-]+)'/.exec(
    page.headers.get('content-security-policy') ?? '',
  )?.[1];
  const html = await page.text();
  const scripts = [...html.matchAll(/<script\b([^>]*)>/g)].map((match) => match[1]);
  expect(nonce).toBeTruthy();
  expect(scripts.length).toBeGreaterThan(0);
  for (const attributes of scripts) expect(attributes).toContain(`nonce="${nonce}"`);
  expect(page.headers.get('cache-control')).toBe('no-store');
});

it('lets hashed files be kept for ever and serves them compressed', async () => {
  const html = await (await get('/staff/not-a-page', { accept: 'text/html' })).text();
  const path = /"(\/assets\/[^"]+\.js)"/.exec(html)?.[1] ?? '';
  const file = await get(path, { 'accept-encoding': 'gzip, br' });
  expect(file.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect(file.headers.get('content-encoding')).toBe('br');
});
