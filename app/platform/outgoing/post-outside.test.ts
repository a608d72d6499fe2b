import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openLocalAuthority } from '../lan/local-authority.server.ts';
import { isPublicAddress } from './public-address.ts';
import { type OutsideRules, outsideRules, postOutside } from './post-outside.server.ts';

let folder: string;
let server: Server;
let port: number;
let rules: OutsideRules;
let seen: { path: string; body: string; headers: Record<string, unknown> }[] = [];
let answer: (path: string) => { status: number; headers?: Record<string, string> } | undefined;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'serai-outside-'));
  const authority = await openLocalAuthority(folder, {
    hosts: ['hooks', 'hooks.local'],
    addresses: ['127.0.0.1'],
  });
  server = createServer({ key: authority.key, cert: authority.cert }, (request, response) => {
    let body = '';
    request.on('data', (part) => (body += String(part)));
    request.on('end', () => {
      seen.push({ path: request.url ?? '', body, headers: request.headers });
      const given = answer(request.url ?? '');
      if (given) response.writeHead(given.status, given.headers).end('ignored');
    });
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
  seen = [];
  answer = () => ({ status: 204 });
});

const to = (path = '/in') => `https://hooks.local:${port}${path}`;

test('what was sent arrives as it was, with its signature', async () => {
  expect(await postOutside(to(), '{"a":1}', { 'serai-signature': 't=1,v1=x' }, rules)).toEqual({
    status: 204,
    trouble: null,
  });
  expect(seen).toMatchObject([{ path: '/in', body: '{"a":1}', headers: { 'serai-signature': 't=1,v1=x' } }]);
});

test('a name that leads inside is refused before anything is connected', async () => {
  const inside = [
    '127.0.0.1',
    '10.0.0.5',
    '169.254.169.254',
    '::1',
    '::ffff:127.0.0.1',
    'fd00::1',
    '64:ff9b::7f00:1',
  ];
  for (const address of inside) {
    const real = { ...rules, allows: isPublicAddress, resolve: async () => [address] };
    expect(await postOutside(to(), 'x', {}, real)).toEqual({ status: null, trouble: 'refused-address' });
  }
  expect(seen).toEqual([]);
});

test('one inside address among public ones is enough to refuse', async () => {
  const mixed = { ...rules, allows: isPublicAddress, resolve: async () => ['93.184.216.34', '127.0.0.1'] };
  expect(await postOutside(to(), 'x', {}, mixed)).toMatchObject({ trouble: 'refused-address' });
});

test('a name that points elsewhere after it was checked is not followed: the checked address is used', async () => {
  let asked = 0;
  const rebinding = {
    ...rules,
    resolve: async () => {
      asked += 1;
      return asked === 1 ? ['127.0.0.1'] : ['10.0.0.5'];
    },
  };
  expect(await postOutside(to(), 'x', {}, rebinding)).toMatchObject({ status: 204 });
  expect(asked).toBe(1);
});

test('the address that the connection has is looked at again', async () => {
  let looked = 0;
  // As if the check of the name had been fooled.
  const fooled = { ...rules, allows: () => (looked += 1) === 1 };
  expect(await postOutside(to(), 'secret', {}, fooled)).toMatchObject({ trouble: 'refused-address' });
  expect(seen.filter(({ body }) => body === 'secret')).toEqual([]);
});

test.each(['http://hooks.local/in', 'https://127.0.0.1/in', 'https://[::1]/in', 'file:///etc/passwd', 'x'])(
  '%s is no address to post to',
  async (target) => {
    expect(await postOutside(target, 'x', {}, rules)).toEqual({ status: null, trouble: 'refused-address' });
  },
);

test('a redirect is not followed', async () => {
  answer = (path) =>
    path === '/in' ? { status: 307, headers: { location: to('/other') } } : { status: 200 };
  expect(await postOutside(to(), 'x', {}, rules)).toEqual({ status: 307, trouble: 'redirected' });
  expect(seen.map(({ path }) => path)).toEqual(['/in']);
});

test('a refusal, silence, a stranger’s certificate and an unknown name each say so', async () => {
  answer = () => ({ status: 500 });
  expect(await postOutside(to(), 'x', {}, rules)).toEqual({ status: 500, trouble: 'refused' });
  answer = () => undefined;
  expect(await postOutside(to(), 'x', {}, { ...rules, patience: 100 })).toMatchObject({
    trouble: 'too-slow',
  });
  expect(await postOutside(to(), 'x', {}, { ...rules, ca: undefined })).toMatchObject({
    trouble: 'not-trusted',
  });
  expect(await postOutside(to(), 'x', {}, { ...rules, resolve: async () => [] })).toMatchObject({
    trouble: 'not-found',
  });
  expect(outsideRules.allows).toBe(isPublicAddress);
});
