import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openLocalAuthority } from '../lan/local-authority.server.ts';
import { fetchOutside } from './fetch-outside.server.ts';
import type { OutsideRules } from './post-outside.server.ts';
import { isPublicAddress } from './public-address.ts';

let folder: string;
let server: Server;
let port: number;
let rules: OutsideRules;
let seen = 0;
let answer: () => { status: number; headers?: Record<string, string>; body?: string } | undefined;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'serai-fetch-'));
  const authority = await openLocalAuthority(folder, { hosts: ['keys.local'], addresses: ['127.0.0.1'] });
  server = createServer({ key: authority.key, cert: authority.cert }, (_, response) => {
    seen += 1;
    const given = answer();
    if (given) response.writeHead(given.status, given.headers).end(given.body ?? '{"a":1}');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  port = (server.address() as AddressInfo).port;
  rules = {
    resolve: async () => ['127.0.0.1'],
    allows: (address) => address === '127.0.0.1',
    ca: authority.authorityPem,
    patience: 2_000,
  };
});
afterAll(() => {
  server?.closeAllConnections();
  server?.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => {
  seen = 0;
  answer = () => ({ status: 200, headers: { 'content-type': 'application/json' } });
});

const asked = { method: 'GET', headers: {} };
const from = (target = `https://keys.local:${port}/`, by: Parameters<typeof fetchOutside>[2] = rules) =>
  fetchOutside(target, asked, by);

test('an answer is read as it is', async () => {
  const answered = await from();
  expect([answered.status, await answered.json()]).toEqual([200, { a: 1 }]);
});

test.each(['http://keys.local/', 'https://127.0.0.1/', 'https://[::1]/', 'file:///etc/passwd', 'x'])(
  '%s is nothing to be asked',
  async (target) => {
    await expect(from(target)).rejects.toMatchObject({ trouble: 'refused-address' });
  },
);

test('a name that leads inside is refused before anything is connected, unless the operator said that it is inside', async () => {
  for (const address of ['127.0.0.1', '10.0.0.5', '169.254.169.254', '::1']) {
    const real = { ...rules, allows: isPublicAddress, resolve: async () => [address] };
    await expect(from(undefined, real)).rejects.toMatchObject({ trouble: 'refused-address' });
  }
  expect(seen).toBe(0);
  const inside = { ...rules, allows: 'everything' as const };
  expect((await from(`https://127.0.0.1:${port}/`, inside)).status).toBe(200);
});

test('a redirect, an endless answer, silence and a stranger’s certificate each say so', async () => {
  answer = () => ({ status: 302, headers: { location: 'https://elsewhere.example/' } });
  await expect(from()).rejects.toMatchObject({ trouble: 'redirected' });
  answer = () => ({ status: 200, body: 'x'.repeat(600 * 1024) });
  await expect(from()).rejects.toMatchObject({ trouble: 'too-long' });
  answer = () => undefined;
  await expect(from(undefined, { ...rules, patience: 100 })).rejects.toMatchObject({ trouble: 'too-slow' });
  await expect(from(undefined, { ...rules, ca: undefined })).rejects.toMatchObject({
    trouble: 'not-trusted',
  });
});
