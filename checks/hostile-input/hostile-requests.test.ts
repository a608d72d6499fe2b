import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { apiRoutes } from '#app/api.server.ts';
import { type DoorWorld, openDoors, origin } from '../doors/door-world.testing.ts';
import { sitePaths } from '../doors/site-map.ts';

// Requests as no browser of ours would send them: to every address, from somebody who may do everything.
const paths = [...new Set(sitePaths().map(({ path }) => path.replace('?', '')))];

let world: DoorWorld;
let log: string[];
async function open() {
  world = await openDoors();
  log = [];
  world.house.log.error = (event) => void log.push(event);
}
beforeAll(open);
afterAll(() => world?.house.close());

const form = 'application/x-www-form-urlencoded';
const boundary = 'multipart/form-data; boundary=x';
const part = (name: string, rest = '') =>
  `--x\r\nContent-Disposition: form-data; name="${name}"${rest}\r\n\r\nvalue\r\n--x--\r\n`;

interface Body {
  what: string;
  type?: string;
  body?: string | Uint8Array<ArrayBuffer>;
}
const bodies: Body[] = [
  { what: 'nothing at all' },
  { what: 'a form without fields', type: form, body: '' },
  { what: 'plain text', type: 'text/plain', body: 'hello' },
  { what: 'JSON', type: 'application/json', body: '{"a":1}' },
  { what: 'broken JSON', type: 'application/json', body: '{"a":' },
  { what: 'an unknown kind', type: 'application/x-nothing', body: 'x' },
  { what: 'a kind that is none', type: ';;;', body: 'x' },
  { what: 'NUL', type: form, body: 'note=a%00b&%00=x' },
  { what: 'half characters', type: form, body: 'note=%ED%A0%80&%ED%B0%80=x' },
  { what: 'broken percent signs', type: form, body: 'note=%&%zz=%1' },
  { what: 'raw bytes', type: form, body: new Uint8Array([0x6e, 0x3d, 0xff, 0xfe, 0x00, 0xc0, 0xaf]) },
  {
    what: 'a bidi override',
    type: form,
    body: `note=${encodeURIComponent('a\u202eb')}&names[0].given=${encodeURIComponent('\u202e')}`,
  },
  {
    what: '__proto__',
    type: form,
    body: '__proto__[isAdmin]=1&constructor.prototype.isAdmin=1&names[0].__proto__=1',
  },
  { what: 'deep names', type: form, body: `a${'[b]'.repeat(500)}=1` },
  { what: 'a far index', type: form, body: 'names[4294967295].given=x&topics[1e9]=x' },
  { what: 'many fields', type: form, body: Array.from({ length: 20_000 }, (_, at) => `f${at}=1`).join('&') },
  { what: 'a long name', type: form, body: `${'n'.repeat(50_000)}=1` },
  { what: 'a long value', type: form, body: `note=${'v'.repeat(900_000)}` },
  { what: 'a body over the limit', type: form, body: `note=${'v'.repeat(1_200_000)}` },
  { what: 'one name as text and as list', type: form, body: 'names=x&names[0].given=y&names.given=z' },
  { what: 'a long key', type: form, body: `_key=${'k'.repeat(10_000)}` },
  { what: 'a strange key', type: form, body: '_key=%00&_key=2' },
  { what: 'multipart without a boundary', type: 'multipart/form-data', body: part('note') },
  { what: 'multipart cut short', type: boundary, body: part('note').slice(0, 30) },
  {
    what: 'a file where none belongs',
    type: boundary,
    body: part('note', '; filename="../../../etc/passwd"'),
  },
  { what: 'a strange intent', type: form, body: 'intent=__proto__&act=constructor&_action=x' },
];

/** Whatever is sent there, everybody is signed out: that is what it is for. */
const emergencyLock = '/staff/lock-house';

describe.each(paths)('%s', (path) => {
  afterAll(async () => {
    if (path !== emergencyLock) return;
    await world.house.close();
    await open();
  });

  test('answers every strange body with a clear no, or does nothing by it', async () => {
    const { askers } = world;
    const url = await address(path);
    const faults: string[] = [];
    for (const { what, type, body } of bodies) {
      const before = await recordCounts();
      log.length = 0;
      const response = await world.ask(url, askers.coordinator, {
        method: 'POST',
        body,
        headers: type ? { 'content-type': type } : {},
      });
      const text = await response.text();
      if (response.status >= 500) faults.push(`${what}: ${response.status} ${log.join(' ')}`);
      // 405: an address that shows something and takes nothing.
      if (response.status >= 400 && response.status < 500 && response.status !== 405) {
        if (
          !/<title>|<h1/.test(text) &&
          !text.includes('"title"') &&
          !response.headers.get('content-type')?.includes('x-script')
        ) {
          faults.push(`${what}: ${response.status} without a page`);
        }
        if (JSON.stringify(await recordCounts()) !== JSON.stringify(before))
          faults.push(`${what}: ${response.status}, and something was written`);
      }
    }
    expect(faults).toEqual([]);
  });

  test('answers every strange address', async () => {
    const faults: string[] = [];
    const strange = [
      '%00',
      '%ff',
      '%ED%A0%80',
      '..%2f..%2fetc%2fpasswd',
      '__proto__',
      'constructor',
      "x'--",
      '%',
      'x'.repeat(3_000),
      randomUUID(),
      '0',
      '-1',
      '1e999',
      '%E2%80%AE',
    ];
    const params = [
      'text',
      'q',
      'page',
      'after',
      'before',
      'site',
      'show',
      'whose',
      'from',
      'to',
      'month',
      'calendar',
      'lang',
      'language',
      'client',
      'arrival',
      'who',
      'file',
      'staff',
      'action',
      'draft',
      'next',
      'seq',
      'until',
      'topic',
      'name',
    ];
    const addresses = [
      ...strange.flatMap((value) =>
        path.includes(':') || path.includes('*') ? [path.replaceAll(/:[a-zA-Z]+|\*/g, value)] : [],
      ),
      ...strange.map(
        (value) =>
          `${path.replaceAll(/:[a-zA-Z]+|\*/g, 'x')}?${params.map((name) => `${name}=${value}`).join('&')}`,
      ),
      `${path.replaceAll(/:[a-zA-Z]+|\*/g, 'x')}.data?_routes=${'x,'.repeat(500)}`,
    ];
    for (const url of addresses) {
      log.length = 0;
      const response = await world.ask(url, world.askers.coordinator);
      if (response.status >= 500) faults.push(`${url.slice(0, 200)}: ${response.status} ${log.join(' ')}`);
      await response.arrayBuffer();
    }
    expect(faults).toEqual([]);
  });

  test.each(['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND'])('%s changes nothing', async (method) => {
    const before = await recordCounts();
    const response = await world.ask(await address(path), world.askers.coordinator, { method });
    expect(response.status).toBeLessThan(500);
    // The address itself is made of records.
    expect(path.includes(':') ? before : await recordCounts()).toEqual(before);
  });

  test('refuses a form that another site sent', async () => {
    const url = await address(path);
    const foreign: Record<string, string>[] = [
      { origin: 'https://evil.example' },
      { 'sec-fetch-site': 'cross-site' },
      { origin: 'null' },
    ];
    for (const headers of foreign) {
      const response = await world.ask(url, world.askers.coordinator, {
        method: 'POST',
        body: 'x=1',
        headers: { 'content-type': form, ...headers },
      });
      expect(response.status).toBe(403);
    }
  });
});

describe('the API', () => {
  const writing = apiRoutes.filter(({ method }) => method === 'POST');
  const deep = `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`;
  const sent = [
    '',
    '{',
    'null',
    '[]',
    '"x"',
    '7',
    '{}',
    '{"__proto__":{"a":1}}',
    '{"note":"\\u0000"}',
    '{"note":"\\ud800"}',
    '{"note":"\\u202e"}',
    deep,
    JSON.stringify({ note: 'x'.repeat(900_000) }),
    JSON.stringify({ note: 'x'.repeat(1_200_000) }),
    JSON.stringify({ topics: Array.from({ length: 100_000 }, () => 1) }),
    '{"minutes":1e999}',
    '{"minutes":"=1+1"}',
    '{"who":{"$ne":null}}',
    '\u0000',
    'NaN',
  ];

  test.each(writing)(
    'POST $path answers what it cannot read with a problem, and writes nothing',
    async ({ path }) => {
      const url = `/api/v1${path.replaceAll(/:[a-zA-Z]+/g, () => randomUUID())}`;
      const before = await recordCounts();
      for (const body of sent) {
        for (const type of ['application/json', 'text/plain', form]) {
          const response = await world.ask(url, world.askers.coordinator, {
            method: 'POST',
            body,
            headers: { 'content-type': type, 'idempotency-key': randomUUID(), accept: 'application/json' },
          });
          const what = `${type} ${body.slice(0, 40)}`;
          expect([
            what,
            response.status >= 400 && response.status < 500,
            response.headers.get('content-type'),
          ]).toEqual([what, true, expect.stringContaining('application/problem+json')]);
          expect(await response.json()).toMatchObject({ title: expect.stringMatching(/\S/) });
        }
      }
      expect(await recordCounts()).toEqual(before);
    },
  );

  test.each(writing)('POST $path wants a key, of sensible length', async ({ path }) => {
    const url = `/api/v1${path.replaceAll(/:[a-zA-Z]+/g, () => randomUUID())}`;
    for (const key of [undefined, '', 'k'.repeat(100_000)]) {
      const headers = {
        'content-type': 'application/json',
        ...(key !== undefined && { 'idempotency-key': key }),
      };
      const { status } = await world.ask(url, world.askers.coordinator, {
        method: 'POST',
        body: '{}',
        headers,
      });
      expect([status >= 400, status < 500]).toEqual([true, true]);
    }
  });

  test.each([
    '/api/v1',
    '/api/v1/',
    '/api/v1/nothing',
    '/api/v1/contacts/%00',
    '/api/v1/contacts/%ff',
    '/api/v2/contacts',
    '/api/v1/openapi.json/x',
  ])('%s is refused or not found', async (url) => {
    const { status } = await world.ask(url, world.askers.coordinator, {
      headers: { accept: 'application/json' },
    });
    expect([status >= 400, status < 500]).toEqual([true, true]);
  });
});

test('headers that are none are no trouble', async () => {
  const { app } = world;
  const odd: Record<string, string>[] = [
    { cookie: 'serai=' },
    { cookie: `serai=${'x'.repeat(5_000)}` },
    { cookie: 'serai=%00; serai=%ff; ;;==' },
    { cookie: 'serai-language=__proto__; serai-left=%' },
    { 'accept-language': 'xx-'.repeat(2_000) },
    { 'accept-language': '*;q=2,,;q=' },
    { accept: 'nothing/at-all' },
    { 'x-forwarded-for': '1.1.1.1,'.repeat(1_000) },
    { 'content-length': '5' },
    { range: 'bytes=9999999-' },
    { 'if-none-match': '*' },
  ];
  for (const headers of odd) {
    for (const path of ['/', '/staff', '/api/v1/contacts', '/healthz']) {
      const { status } = await app.fetch(new Request(origin + path, { headers }));
      expect([headers, path, status < 500]).toEqual([headers, path, true]);
    }
  }
});

/** Made once: what is refused leaves it as it is. */
async function address(path: string): Promise<string> {
  return (await world.fill(path, world.askers.coordinator, 'centre')).replace('*', 'nowhere');
}

/** Rows that mean something happened; looks, refusals, sessions and drafts of one's own are none. */
async function recordCounts(): Promise<Record<string, number>> {
  const { rows } = await world.house.admin.query<{ name: string; n: number }>(`
    select 'client' as name, count(*)::int as n from serai.client union all select 'contact', count(*)::int from serai.contact
    union all select 'arrival', count(*)::int from serai.arrival union all select 'consent', count(*)::int from serai.consent
    union all select 'follow_up', count(*)::int from serai.follow_up union all select 'site', count(*)::int from serai.site
    union all select 'staff', count(*)::int from serai.staff_member union all select 'outbox', count(*)::int from serai.outbox
    union all select 'done', count(*)::int from serai.audit_event where result = 'done'`);
  return Object.fromEntries(rows.map(({ name, n }) => [name, n]));
}
