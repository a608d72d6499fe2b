import { X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { createServer, request } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isPrivateAddress } from './lan-names.server.ts';
import { openLocalAuthority } from './local-authority.server.ts';

let root: string;
let folder: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'serai-lan-'));
  folder = join(root, 'tls');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const names = { hosts: ['desk', 'desk.local'], addresses: ['192.168.7.20', 'fd00::7'] };

/** Speaks to this certificate as a device of the office that trusts `authority` and calls the server `name`. */
async function greet(tls: { key: string; cert: string }, authority: string, name: string): Promise<string> {
  const server = createServer(tls, (_, response) => response.end('well met'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    return await new Promise((resolve, reject) => {
      const { port } = server.address() as AddressInfo;
      request({ host: '127.0.0.1', port, ca: authority, servername: name, agent: false }, (response) => {
        response.setEncoding('utf8').once('data', resolve);
      })
        .on('error', reject)
        .end();
    });
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

test('a device that does not trust the authority is refused', async () => {
  const made = await openLocalAuthority(folder, names);
  const stranger = await openLocalAuthority(join(root, 'other'), names);
  await expect(greet(made, stranger.authorityPem, 'desk.local')).rejects.toThrow();
});

test('a name that is not this machine’s is refused', async () => {
  const made = await openLocalAuthority(folder, names);
  await expect(greet(made, made.authorityPem, 'bank.example')).rejects.toMatchObject({
    code: 'ERR_TLS_CERT_ALTNAME_INVALID',
  });
});

test('a device that trusts the authority is let in by every name of the machine', async () => {
  const made = await openLocalAuthority(folder, names);
  for (const name of ['localhost', 'desk', 'desk.local'])
    expect(await greet(made, made.authorityPem, name)).toBe('well met');
  const server = new X509Certificate(made.cert);
  expect(server.checkIP('192.168.7.20')).toBe('192.168.7.20');
  expect(server.checkIP('fd00::7')).toBeTruthy();
});

test('the authority signs for private networks only', async () => {
  const made = await openLocalAuthority(folder, { hosts: ['desk', 'desk.local'], addresses: ['8.8.8.8'] });
  // The address stands in the certificate, but outside what the authority may vouch for, the whole of it is void.
  await expect(greet(made, made.authorityPem, 'desk.local')).rejects.toThrow(/permitted subtree/);
});

test('a second start keeps the authority and the certificate; a new address renews only the certificate', async () => {
  const first = await openLocalAuthority(folder, names);
  const second = await openLocalAuthority(folder, names);
  expect(second).toEqual(first);
  const moved = await openLocalAuthority(folder, { ...names, addresses: ['10.4.0.9'] });
  expect(moved.fingerprints).toEqual(first.fingerprints);
  expect(moved.cert).not.toBe(first.cert);
  expect(await greet(moved, first.authorityPem, 'desk.local')).toBe('well met');
});

test('a certificate near its end is renewed', async () => {
  const first = await openLocalAuthority(folder, names, new Date('2026-01-10T00:00:00Z'));
  const later = await openLocalAuthority(folder, names, new Date('2026-12-30T00:00:00Z'));
  expect(later.cert).not.toBe(first.cert);
  expect(later.fingerprints).toEqual(first.fingerprints);
});

test('keys are for their owner alone', async () => {
  await openLocalAuthority(folder, names);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  for (const key of ['authority.key', 'server.key'])
    expect(statSync(join(folder, key)).mode & 0o777).toBe(0o600);
});

test('private addresses are told from public ones', () => {
  for (const address of [
    '10.0.0.1',
    '172.16.0.1',
    '172.31.9.9',
    '192.168.1.1',
    '100.64.0.1',
    '169.254.3.3',
    'fd12::1',
    'fe80::1',
  ])
    expect(isPrivateAddress(address)).toBe(true);
  for (const address of ['8.8.8.8', '172.32.0.1', '100.128.0.1', '192.169.0.1', '2001:db8::1'])
    expect(isPrivateAddress(address)).toBe(false);
});
