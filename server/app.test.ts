import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Actor, publicActor } from '#platform/actor.ts';
import { centrePermissions } from '#modules/centres/permissions.ts';
import { openTestCentre } from '#modules/staff/staff.testing.ts';
import { permissions } from '#app/permissions.ts';
import { composePolicy } from '#platform/policy/policy.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import type { WebApp } from './app.server.ts';
import { loadBuiltServer } from './built-app.testing.ts';

const languages = ['en', 'ar', 'fa-AF', 'ur', 'bn'];
const token = 't'.repeat(43);
const origin = 'http://127.0.0.1:4380';

let house: TestHouse;
let app: WebApp;
const asked: (string | undefined)[] = [];

beforeAll(async () => {
  house = await openTestHouse({ policy: composePolicy([...new Set([...permissions, centrePermissions])]) });
  const { createApp } = await loadBuiltServer();
  const resolveActor = async (_: unknown, given: string | undefined): Promise<Actor> => {
    asked.push(given);
    return publicActor;
  };
  app = createApp(house, { resolveActor });
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

const send = async (path: string, body: ReadableStream<Uint8Array>) => {
  const headers = { origin, 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' };
  return app.fetch(
    new Request(origin + path, { method: 'POST', headers, body, duplex: 'half' } as RequestInit),
  );
};
const trickle = (path: string, parts: string[]) =>
  send(
    path,
    new ReadableStream({
      start(controller) {
        for (const part of parts) controller.enqueue(new TextEncoder().encode(part));
        controller.close();
      },
    }),
  );

describe('the public home', () => {
  it('says so while the centre is not set up', async () => {
    const page = await get('/');
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('This centre is not open yet');
    await openTestCentre(house);
    // Another address: what a crowd has just been shown is kept for some seconds.
    expect(await (await get('/en')).text()).toContain('Old Caravanserai');
  });

  it.each(languages)(
    'has no script, one inlined style and at most 14 KB compressed in %s',
    async (language) => {
      const page = await get(`/${language}`);
      const html = await page.text();
      expect(page.status).toBe(200);
      expect(html).not.toMatch(/<script|javascript:|\son[a-z]+=|<link[^>]+stylesheet|<img/i);
      expect(html).toContain(
        `<html lang="${language}" dir="${['en', 'bn'].includes(language) ? 'ltr' : 'rtl'}"`,
      );
      expect(gzipSync(html).length).toBeLessThanOrEqual(14 * 1024);
      const style = /<style>(.*?)<\/style>/s.exec(html)?.[1] ?? '';
      const hash = createHash('sha256').update(style).digest('base64');
      expect(page.headers.get('content-security-policy')).toContain(`style-src 'sha256-${hash}'`);
      expect(page.headers.get('content-security-policy')).not.toMatch(/script-src|unsafe/);
    },
  );

  it('speaks the language that the browser asks for, and is compressed when that is understood', async () => {
    const page = await get('/', { 'accept-language': 'prs, en;q=0.5', 'accept-encoding': 'gzip' });
    expect(page.headers.get('content-encoding')).toBe('gzip');
    const html = await new Response(page.body?.pipeThrough(new DecompressionStream('gzip'))).text();
    expect(html).toContain('lang="fa-AF"');
  });

  it('is not sent again to a phone that has it', async () => {
    const etag = (await get('/ar')).headers.get('etag') ?? '';
    const again = await get('/ar', { 'if-none-match': etag });
    expect(again.status).toBe(304);
    expect(again.headers.get('content-security-policy')).toContain('style-src');
    expect((await get('/ur', { 'if-none-match': etag })).status).toBe(200);
  });

  it('is not there in a language we do not have', async () => {
    expect((await get('/tlh')).status).toBe(404);
  });
});

describe('through a port', () => {
  it('a kept page is the same as without one', async () => {
    const { startServer } = await loadBuiltServer();
    const server = await startServer(app, { host: '127.0.0.1', port: 0 });
    try {
      const ask = (init: RequestInit = {}) => fetch(`${server.url}/ar`, init);
      const made = await ask();
      const kept = await ask();
      expect([made.headers.has('x-request-id'), kept.headers.has('x-request-id')]).toEqual([true, false]);
      expect(await kept.text()).toBe(await made.text());
      expect(kept.headers.get('content-encoding')).toBe('gzip');
      const head = await ask({ method: 'HEAD' });
      expect(head.headers.get('content-length')).toBe(kept.headers.get('content-length'));
      const etag = kept.headers.get('etag') ?? '';
      expect((await ask({ headers: { 'if-none-match': etag } })).status).toBe(304);
      const left = await ask({ headers: { cookie: 'serai-left=1' } });
      expect(left.headers.get('etag')).toBeNull();
      expect(await left.text()).not.toContain('Caravanserai');
    } finally {
      await server.stop();
    }
  });
});

describe('a crowd', () => {
  it('that asks for more than can be made is sent away, and what is kept is still given', async () => {
    await get('/en');
    const strangers = Array.from({ length: 200 }, (_, at) => get(`/en/not-here-${at}`));
    const kept = await get('/en');
    const answers = await Promise.all(strangers);
    expect(kept.status).toBe(200);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([404, 503]));
    const sentAway = answers.find(({ status }) => status === 503);
    expect(sentAway?.headers.get('retry-after')).toBe('2');
    expect(sentAway?.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await sentAway?.text()).toContain('<html lang="en"');
  });
});

describe('every answer', () => {
  it.each(['/', '/staff', '/nowhere', '/healthz', '/leave', '/api/v1/nothing', '/assets/nothing.js'])(
    'carries the security headers: %s',
    async (path) => {
      const { headers } = await get(path);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('same-origin');
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'.*frame-ancestors 'none'/);
      expect(headers.get('server')).toBeNull();
    },
  );

  it('has a number in the log, unless it came from memory', async () => {
    expect((await get('/staff')).headers.get('x-request-id')).toBeTruthy();
    await get('/en');
    expect((await get('/en')).headers.get('x-request-id')).toBeNull();
  });

  it('tells people in their language and programs in JSON that something is not there', async () => {
    const page = await get('/ar/nowhere', { 'accept-language': 'ar' });
    expect(page.status).toBe(404);
    expect(await page.text()).toContain('dir="rtl"');
    const json = await get('/api/v1/nothing', { accept: 'application/json' });
    expect(json.headers.get('content-type')).toBe('application/problem+json');
    expect(await json.json()).toMatchObject({ code: 'not-found', status: 404 });
  });
});

describe('a write', () => {
  it.each<Record<string, string>>([
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { cookie: `serai=${token}` },
    { cookie: `serai=${token}`, 'content-type': 'text/plain' },
    { cookie: `serai=${token}`, origin: 'http://127.0.0.1:9999' },
  ])('from elsewhere is refused before anything is looked up: %j', async (headers) => {
    asked.length = 0;
    const answer = await post('/language', headers);
    expect(answer.status).toBe(403);
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(asked).toEqual([]);
  });

  it('of too many bytes is refused', async () => {
    const answer = await post('/language', { origin }, `next=${'x'.repeat(1024 * 1024)}`);
    expect(answer.status).toBe(413);
  });

  it('of too many bytes is refused though nothing says how many come', async () => {
    const answer = await trickle('/language', Array(40).fill('x'.repeat(64 * 1024)));
    expect(answer.status).toBe(413);
  });

  it('is no upload when a stranger sends it', async () => {
    const type = 'multipart/form-data; boundary=b';
    const answer = await post(
      '/staff/sign-in',
      { origin, 'content-type': type },
      'x'.repeat(2 * 1024 * 1024),
    );
    expect(answer.status).toBe(413);
  });

  it('is taken without a word of its length', async () => {
    const answer = await trickle('/language', ['language=ar&', 'next=/']);
    expect(answer.status).toBe(302);
  });

  it('that never ends keeps nobody from signing in', async () => {
    const bodies = Array.from({ length: 60 }, () => new TransformStream<Uint8Array, Uint8Array>());
    const slow = bodies.map(({ readable }) => send('/staff/sign-in', readable));
    const answer = await post('/staff/sign-in', { origin }, 'email=a@b.example&passphrase=long&code=000000');
    expect(answer.status).toBe(401);
    await Promise.all(bodies.map(({ writable }) => writable.abort()));
    expect((await Promise.all(slow)).map(({ status }) => status)).toEqual(Array(60).fill(400));
  });

  it('from here is taken, and goes on only to this site', async () => {
    const answer = await post('/language', { origin }, 'language=ar&next=//evil.example');
    expect(answer.status).toBe(302);
    expect(answer.headers.get('location')).toBe('/');
    expect(answer.headers.get('set-cookie')).toContain('serai-language=ar');
  });

  it('with a body that is no form is answered with 4xx', async () => {
    const answer = await post('/language', { origin, 'content-type': 'multipart/form-data' }, 'not a form');
    expect(answer.status).toBe(400);
  });
});

describe('a request that makes no sense', () => {
  it.each([
    '/%E0%A4%A',
    '//',
    '//evil.example/',
    '/staff/%00',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/assets/%2e%2e/%2e%2e/server/main.js',
    '/.data',
    '/_.data',
    '/ar/.data',
    '/_root.data',
    '/staff.data?_routes=x',
    '/texts/%E0.json',
    '/?lang=%00',
    '/?_routes=__proto__',
    '/staff/sign-in?next=%E0%A4%A',
    '/api/v1/%E0%A4%A',
    '/__manifest?paths=/staff',
    `/${'a/'.repeat(3000)}`,
    '/constructor',
    '/__proto__',
  ])('is answered, and not with a mistake of ours: %s', async (path) => {
    expect((await get(path)).status).toBeLessThan(500);
  });

  it.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'PROPFIND'])(
    'is refused by its method: %s',
    async (method) => {
      for (const path of ['/', '/staff/people', '/leave', '/api/v1/openapi.json']) {
        const answer = await app.fetch(new Request(origin + path, { method, headers: { origin } }));
        expect(answer.status).toBeLessThan(500);
      }
    },
  );

  it.each([
    'application/json',
    'text/plain',
    'multipart/form-data; boundary=x',
    'application/x-www-form-urlencoded',
    '',
  ])('is refused or ignored with a body of bytes called "%s"', async (type) => {
    const answer = await post('/language', { origin, 'content-type': type }, '\u00ff\u00fe{"a":\u0000}');
    expect(answer.status).toBeLessThan(500);
  });

  it('is answered whatever its headers say', async () => {
    const odd = {
      'accept-language': `${'x,'.repeat(4000)};;q=z`,
      cookie: '=;;a=%E0%A4%A; serai-language=__proto__; serai=%00',
      'if-none-match': ',,"',
      accept: '',
    };
    expect((await get('/', odd)).status).toBe(200);
  });
});

describe('a session token', () => {
  it('that was good a moment ago does not wait behind made-up ones', async () => {
    let end = () => {};
    const looking = new Promise<void>((resolve) => (end = resolve));
    const { createApp } = await loadBuiltServer();
    const crowded = createApp(house, {
      resolveActor: async (_, given) => {
        if (given === token) return { ...publicActor, kind: 'staff' } as Actor;
        await looking;
        return publicActor;
      },
    });
    const ask = async (cookie: string) =>
      crowded.fetch(new Request(`${origin}/en`, { headers: { accept: 'text/html', cookie } }));
    expect((await ask(`serai=${token}`)).status).toBe(200);
    const flood = Array.from({ length: 120 }, (_, at) => ask(`serai=${String(at).padStart(43, 'x')}`));
    expect((await ask(`serai=${token}`)).status).toBe(200);
    // The first that has its answer is one who was sent away: the others still stand in the line.
    await Promise.race(flood);
    end();
    const statuses = (await Promise.all(flood)).map(({ status }) => status);
    expect(new Set(statuses)).toEqual(new Set([200, 503]));
  });
});

describe('the operator', () => {
  it('sees whether the process is alive and whether it can serve', async () => {
    expect((await get('/healthz')).status).toBe(200);
    expect((await get('/readyz')).status).toBe(200);
  });
});

describe('the workspace', () => {
  it('sends whoever is not signed in to the door, and back afterwards', async () => {
    const page = await get('/staff/people?q=x');
    expect(page.status).toBe(302);
    expect(page.headers.get('location')).toBe('/staff/sign-in?next=%2Fstaff%2Fpeople%3Fq%3Dx');
  });

  it.each(['/STAFF/people', '/%73taff/people'])('is itself however it is spelled: %s', async (path) => {
    const answer = await get(path);
    expect(answer.headers.get('location')).toBe('/staff/people');
    expect(answer.headers.get('etag')).toBeNull();
  });

  it.each(['/staff%2Fpeople', '/%73taff.%0d%0ax', '/SETUP%2f..'])('is not at %s', async (path) => {
    expect((await get(path)).status).toBe(404);
  });

  it('has its texts at an address that changes with them', async () => {
    expect((await get('/texts/en-aaaaaaaaaaaa.json')).status).toBe(404);
    expect((await get('/texts/..%2f..%2fpackage.json')).status).toBe(404);
  });
});
