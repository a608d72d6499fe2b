import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { apiRoutes } from '#app/api.server.ts';
import { fileOf, messyRegister, workbookOf } from '#modules/imports/imports.testing.ts';
import { makeTestToken } from '#modules/integrations/integrations.testing.ts';
import { revokeToken } from '#modules/integrations/operations/revoke-token.server.ts';
import { scopeNames } from '#modules/integrations/scopes.ts';
import { addTestStaff, openTestCentre, type TestCentre } from '#modules/staff/staff.testing.ts';
import type { StaffActor } from '#platform/actor.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { inlineCell, worksheet, xlsxOf, zipOf } from '#platform/tables/write-zip.testing.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import type { WebApp } from '#server/app.server.ts';
import { loadBuiltServer } from '#server/built-app.testing.ts';

// Files and calls as somebody might send who means harm, or whose program broke: a clear no, and nothing kept of it.
const origin = 'http://127.0.0.1:4380';
let house: TestHouse;
let centre: TestCentre;
let counsellor: StaffActor;
let app: WebApp;
const broke: string[] = [];
beforeAll(async () => {
  house = await openTestHouse();
  house.log.error = (event) => void broke.push(event);
  centre = await openTestCentre(house);
  counsellor = (await addTestStaff(house, centre.coordinator.actor, ['counsellor'], centre.siteIds[0])).actor;
  app = (await loadBuiltServer()).createApp(house);
});
afterAll(() => house?.close());

const bytesOf = (text: string) => new TextEncoder().encode(text);
const row = (cells: string) => `<row r="1">${cells}</row>`;
const sheet = (rows: string) => xlsxOf({ sheets: { one: worksheet(rows) } });
const cut = async (share: number) => {
  const { bytes } = await workbookOf([{ name: 'one', rows: messyRegister }]);
  return bytes.slice(0, Math.floor(bytes.length * share));
};
const entities = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">${'bcdefghi'
  .split('')
  .map((name, at) => `<!ENTITY ${name} "${`&${'abcdefgh'[at]};`.repeat(10)}">`)
  .join('')}]>`;

const files: { what: string; name: string; bytes: () => Promise<Uint8Array> | Uint8Array }[] = [
  { what: 'nothing', name: 'a.xlsx', bytes: () => new Uint8Array() },
  {
    what: 'a picture',
    name: 'a.xlsx',
    bytes: () => Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0),
  },
  { what: 'a PDF', name: 'a.csv', bytes: () => bytesOf('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n') },
  {
    what: 'an old Excel file',
    name: 'a.xls',
    bytes: () => Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
  },
  {
    what: 'a program',
    name: 'a.csv',
    bytes: () => Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 0),
  },
  { what: 'NUL alone', name: 'a.csv', bytes: () => new Uint8Array(5_000) },
  { what: 'an empty zip', name: 'a.xlsx', bytes: () => zipOf({}) },
  { what: 'a zip of something else', name: 'a.xlsx', bytes: () => zipOf({ 'word/document.xml': '<w/>' }) },
  {
    what: 'parts outside of the folder',
    name: 'a.xlsx',
    bytes: () => zipOf({ '../../etc/passwd': 'x', '_rels/.rels': '<x' }),
  },
  { what: 'a file cut in half', name: 'a.xlsx', bytes: () => cut(0.5) },
  { what: 'a file without its end', name: 'a.xlsx', bytes: () => cut(0.97) },
  {
    what: 'a bomb of rows',
    name: 'a.xlsx',
    bytes: () => sheet(`${row(inlineCell('A1', 'x'))}${'<row/>'.repeat(6_000_000)}`),
  },
  {
    what: 'entities that multiply',
    name: 'a.xlsx',
    bytes: () => xlsxOf({ sheets: { one: `${entities}${worksheet(row(inlineCell('A1', '&i;')))}` } }),
  },
  {
    what: 'a sheet that is no XML',
    name: 'a.xlsx',
    bytes: () => xlsxOf({ sheets: { one: '<worksheet><row' } }),
  },
  { what: 'a far cell', name: 'a.xlsx', bytes: () => sheet(row(inlineCell('ZZZZZZZ99999999999', 'x'))) },
];

function post(file: Uint8Array, name: string, actor = centre.coordinator.actor): Promise<Response> {
  const form = new FormData();
  form.set('_key', randomUUID());
  form.set('file', new File([new Uint8Array(file)], name));
  return Promise.resolve(
    app.fetch(
      new Request(`${origin}/staff/imports/new`, {
        method: 'POST',
        body: form,
        headers: {
          accept: 'text/html',
          origin,
          'sec-fetch-site': 'same-origin',
          cookie: `serai=${actor.sessionToken}`,
        },
      }),
    ),
  );
}

const kept = async () => {
  const { rows } = await house.admin.query<{ n: string }>(`
    select (select count(*) from serai.register_import) || '/' || (select count(*) from serai.import_row) || '/' ||
           (select count(*) from serai.client) || '/' || (select count(*) from serai.contact) || '/' ||
           (select count(*) from serai.audit_event where result = 'done') as n`);
  return rows[0]?.n;
};

describe('a register that is none', () => {
  test.each(files)('$what is refused in words, and nothing of it is kept', async ({ name, bytes }) => {
    broke.length = 0;
    const before = await kept();
    const answer = await post(await bytes(), name);
    const html = await answer.text();
    expect([answer.status, broke]).toEqual([422, []]);
    expect(html).toContain('role="alert"');
    expect(await kept()).toBe(before);
  });

  test('a counsellor may not bring one', async () => {
    const before = await kept();
    expect((await post(fileOf('Name,Sex\nA,F\n').bytes, 'a.csv', counsellor)).status).toBe(403);
    expect(await kept()).toBe(before);
  });

  test.each([
    '../../../etc/passwd.csv',
    `${'n'.repeat(3_000)}.csv`,
    '\u202egpj.csv',
    '"><script>alert(1)</script>.csv',
    '=HYPERLINK("x").csv',
  ])('the name %j is a text and nothing else', async (name) => {
    const answer = await post(fileOf(`Name,Sex\n${randomUUID()},F\n`).bytes, name);
    expect(answer.status).toBe(302);
    const seen = await app.fetch(
      new Request(origin + (answer.headers.get('location') ?? ''), {
        headers: { accept: 'text/html', cookie: `serai=${centre.coordinator.actor.sessionToken}` },
      }),
    );
    const html = await seen.text();
    expect(seen.status).toBe(200);
    expect(html).not.toContain('<script>alert');
    expect(html).not.toContain('\u202e');
  });

  test('what was refused leaves no file behind', async () => {
    const before = countFiles();
    for (const { name, bytes } of files.slice(0, 8)) await post(await bytes(), name);
    expect(countFiles()).toBe(before);
  });
});

const countFiles = (): number =>
  readdirSync(house.config.dataDir, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  ).length;

describe('a program with a token', () => {
  const call = (method: string, path: string, headers: Record<string, string>, body?: string) =>
    app.fetch(
      new Request(`${origin}/api/v1${path}`, {
        method,
        headers: { accept: 'application/json', 'content-type': 'application/json', ...headers },
        ...(body !== undefined && { body }),
      }),
    );
  const routes = apiRoutes.map(({ method, path }) => ({
    method,
    path: path.replaceAll(/:[a-zA-Z]+/g, () => randomUUID()),
    writes: method !== 'GET',
  }));

  test('a token that is none opens nothing', async () => {
    const { token } = await makeTestToken(house, centre.coordinator.actor, ['contacts.read']);
    const { tokenId, token: ended } = await makeTestToken(house, centre.coordinator.actor, ['contacts.read']);
    await execute(house, revokeToken, centre.coordinator.actor, { tokenId });
    const bad = [
      '',
      'Bearer',
      'Bearer ',
      `Bearer ${ended}`,
      `Bearer ${token}x`,
      `Bearer ${token.slice(0, -1)}`,
      `Bearer ${token} ${token}`,
      `Bearer ${'x'.repeat(6_000)}`,
      `Basic ${token}`,
      "Bearer ' or 1=1 --",
      'Bearer ../../..',
    ];
    for (const authorization of bad) {
      const answer = await call('GET', '/contacts', { authorization });
      expect([authorization.slice(0, 20), answer.status]).toEqual([authorization.slice(0, 20), 401]);
      expect(await answer.json()).toMatchObject({ title: expect.stringMatching(/\S/) });
    }
    expect((await call('GET', '/contacts', { authorization: `Bearer ${token}` })).status).toBe(200);
  });

  test('a token for one thing does no other, whatever is sent', async () => {
    const { token } = await makeTestToken(house, centre.coordinator.actor, ['statistics.read']);
    const before = await kept();
    for (const { method, path, writes } of routes) {
      const headers = {
        authorization: `Bearer ${token}`,
        ...(writes && { 'idempotency-key': randomUUID() }),
      };
      const { status } = await call(method, path, headers, writes ? '{"a":1}' : undefined);
      expect([method, path, status < 500]).toEqual([method, path, true]);
    }
    expect(await kept()).toBe(before);
  });

  test('a token for everything gets a clear no for what cannot be read', async () => {
    const { token } = await makeTestToken(house, centre.coordinator.actor, [...scopeNames]);
    const before = await kept();
    broke.length = 0;
    const bodies = [
      '',
      '{',
      'null',
      '[]',
      '{"__proto__":{"a":1}}',
      '{"note":"\\u0000"}',
      '{"note":"\\ud800"}',
    ];
    for (const { method, path, writes } of routes) {
      if (!writes) continue;
      for (const body of bodies) {
        const headers = { authorization: `Bearer ${token}`, 'idempotency-key': randomUUID() };
        const answer = await call(method, path, headers, body);
        expect([path, body, answer.status >= 400 && answer.status < 500]).toEqual([path, body, true]);
        expect(await answer.json()).toMatchObject({ title: expect.stringMatching(/\S/) });
      }
    }
    const odd = [
      '?from=%00',
      '?from=0000-01-01&to=9999-12-31',
      '?after=__proto__',
      '?limit=1e999',
      '?q=%ED%A0%80',
    ];
    for (const { method, path, writes } of routes) {
      if (writes) continue;
      for (const query of odd) {
        const { status } = await call(method, path + query, { authorization: `Bearer ${token}` });
        expect([path, query, status < 500]).toEqual([path, query, true]);
      }
    }
    expect(broke).toEqual([]);
    expect(await kept()).toBe(before);
  });

  test('a token opens no page, and no page of a colleague opens the tokens', async () => {
    const { token } = await makeTestToken(house, centre.coordinator.actor, [...scopeNames]);
    for (const path of ['/staff/people', '/staff/centre/programs', '/staff/imports']) {
      const answer = await app.fetch(
        new Request(origin + path, {
          redirect: 'manual',
          headers: { accept: 'text/html', authorization: `Bearer ${token}` },
        }),
      );
      expect([path, answer.status === 302 || answer.status === 401]).toEqual([path, true]);
    }
    const closed = await app.fetch(
      new Request(`${origin}/staff/centre/programs`, {
        headers: { accept: 'text/html', cookie: `serai=${counsellor.sessionToken}` },
      }),
    );
    expect(closed.status).toBe(403);
  });
});
