import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publicActor } from '#platform/actor.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import type { WebApp } from './app.server.ts';
import { loadBuiltServer } from './built-app.testing.ts';

const token = 't'.repeat(43);
const languages = ['en', 'ar', 'fa-AF', 'ur', 'bn'];
const origin = 'http://127.0.0.1:4380';

let house: TestHouse;
let app: WebApp;

beforeAll(async () => {
  house = await openTestHouse();
  const { createApp } = await loadBuiltServer();
  app = createApp(house, { resolveActor: async () => publicActor });
});
afterAll(() => house?.close());

const get = async (path: string, headers: Record<string, string> = {}) =>
  app.fetch(new Request(origin + path, { headers: { accept: 'text/html', ...headers } }));
const post = (path: string, headers: Record<string, string>, body = 'language=ar&next=/') =>
  app.fetch(
    new Request(origin + path, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html', ...headers },
      body,
    }),
  );

describe('leaving the page', () => {
  it('wipes what the browser kept, marks it for ten minutes and shows nothing in particular', async () => {
    const page = await get('/leave');
    expect(page.headers.get('clear-site-data')).toBe('"cache", "storage"');
    expect(page.headers.get('set-cookie')).toMatch(
      /^serai-left=1; Max-Age=600; Path=\/; HttpOnly; SameSite=Lax$/,
    );
    expect(page.headers.get('cache-control')).toBe('no-store');
    const html = await page.text();
    expect(html).not.toMatch(/serai|migra|centre|script|href="\//i);
  });

  it('answers every public page with nothing in particular while the marker lasts', async () => {
    for (const path of ['/', '/ar', '/anything']) {
      const page = await get(path, { cookie: 'serai-left=1' });
      expect(page.headers.get('cache-control')).toBe('no-store');
      expect(await page.text()).not.toMatch(/Caravanserai/);
    }
  });

  it('answers a form that Back sends once more with nothing in particular', async () => {
    for (const path of ['/en/ask', '/en/answer', '/en/decide']) {
      const page = await post(path, { origin, cookie: 'serai-left=1' }, 'step=open&receipt=1');
      expect(page.headers.get('cache-control')).toBe('no-store');
      expect(await page.text()).not.toMatch(/Caravanserai|serai|receipt/i);
    }
  });

  it('does not keep staff of the same device from their work', async () => {
    const page = await get('/staff', { cookie: 'serai-left=1' });
    expect(page.headers.get('location')).toBe('/staff/sign-in?next=%2Fstaff');
  });

  it('lets every public page be asked for anew, and kept only where the browser forgets when told', async () => {
    const chromium = { 'user-agent': 'Mozilla/5.0 Chrome/150.0.0.0 Safari/537.36' };
    const page = await get('/en', chromium);
    expect(page.headers.get('cache-control')).toBe('no-cache');
    expect(page.headers.get('vary')).toMatch(/cookie/i);
    expect((await get('/en')).headers.get('cache-control')).toBe('no-store');
    const plain = await app.fetch(new Request('http://centre.example/en', { headers: chromium }));
    expect(plain.headers.get('cache-control')).toBe('no-store');
  });

  it('is said once more when the page that was left has been put aside', async () => {
    const html = await (await get('/leave')).text();
    const again = await get(/<img src="([^"]+)"/.exec(html)?.[1] ?? '');
    expect(again.headers.get('clear-site-data')).toBe('"cache", "storage"');
    expect(again.headers.get('content-type')).toBe('image/svg+xml');
    expect(again.headers.get('cache-control')).toBe('no-store');
  });

  it('forgets no page for it: whoever else asks gets it from memory', async () => {
    const etag = (await get('/en')).headers.get('etag');
    expect((await get('/en', { cookie: 'a=b; serai-left=1' })).headers.get('etag')).toBeNull();
    expect((await get('/en', { cookie: 'a=b' })).headers.get('etag')).toBe(etag);
  });
});

describe('a page kept for everybody', () => {
  it('is the same whatever one reader sends along', async () => {
    const plain = await (await get('/ur')).text();
    const headers = {
      cookie: 'serai-language=ar; x=1',
      'accept-language': 'bn',
      referer: 'https://a.example',
    };
    expect(await (await get('/ur?utm_source=x&lang=ar', headers)).text()).toBe(plain);
    expect(await (await get('/ur', { cookie: `serai=${token}` })).text()).toBe(plain);
  });

  it('is another one for each language where the address says none', async () => {
    for (const language of languages) {
      const page = await get('/', { 'accept-language': language });
      expect(page.headers.get('content-language')).toBe(language);
      expect(page.headers.get('vary')).toMatch(/accept-language/i);
      expect((await get('/', { cookie: `serai-language=${language}` })).headers.get('etag')).toBe(
        page.headers.get('etag'),
      );
    }
    expect((await get('/ar')).headers.get('vary')).not.toMatch(/accept-language/i);
  });

  it('names no host that somebody made up, when another asks', async () => {
    const ask = async (host: string) =>
      (await app.fetch(new Request(`http://${host}/en`, { headers: { accept: 'text/html' } }))).text();
    await ask('evil.example');
    expect(await ask('127.0.0.1:4380')).not.toContain('evil.example');
  });

  it('can be asked for its headers alone, kept or not', async () => {
    for (const path of ['/bn', '/bn', '/bn?q=1']) {
      const answer = await app.fetch(new Request(origin + path, { method: 'HEAD' }));
      expect(answer.status).toBe(200);
      expect(Number(answer.headers.get('content-length'))).toBeGreaterThan(1000);
      expect(await answer.text()).toBe('');
    }
  });

  it('comes compressed, whole, and with all its headers from memory as from the first time', async () => {
    const headers = { 'accept-encoding': 'br' };
    const first = await get('/fa-AF', headers);
    const again = await get('/fa-AF', headers);
    const { 'x-request-id': _number, ...sent } = Object.fromEntries(first.headers);
    expect(sent).toEqual(Object.fromEntries(again.headers));
    expect(again.headers.get('content-encoding')).toBe('br');
  });
});
