import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Vault } from '../vault/vault.server.ts';
import { openFileAddress, sealFileAddress } from './file-address.server.ts';

let now = new Date('2026-03-10T09:00:00Z');
const houseOf = (secret: string) => ({
  clock: { now: () => now },
  vault: {
    mac: (kind: string, value: string) => createHmac('sha256', secret).update(`${kind} ${value}`).digest(),
  } as unknown as Vault,
});
const house = houseOf('ours');
const file = {
  id: 'a',
  keyId: 'the-id-of-a-person',
  kind: 'pdf',
  mediaType: 'application/pdf',
  fileName: 'form.pdf',
};

test('an address of another house, a changed one and nonsense lead nowhere', () => {
  const address = sealFileAddress(house, file);
  expect(() => openFileAddress(houseOf('theirs'), address)).toThrow(expect.objectContaining({ status: 404 }));
  for (const at of [0, 14, 30, address.length - 1]) {
    const changed = `${address.slice(0, at)}${address[at] === 'A' ? 'B' : 'A'}${address.slice(at + 1)}`;
    expect(() => openFileAddress(house, changed)).toThrow(expect.objectContaining({ status: 404 }));
  }
  for (const nonsense of ['', 'x', '../../etc/passwd', 'A'.repeat(200), `${address}=`])
    expect(() => openFileAddress(house, nonsense)).toThrow(expect.objectContaining({ status: 404 }));
});

test('it opens for two minutes and says nothing of whose file it is', () => {
  const address = sealFileAddress(house, file);
  expect(Buffer.from(address, 'base64url').toString('latin1')).not.toContain('person');
  expect(openFileAddress(house, address)).toEqual(file);
  now = new Date(now.getTime() + 119_000);
  expect(openFileAddress(house, address)).toEqual(file);
  now = new Date(now.getTime() + 2_000);
  expect(() => openFileAddress(house, address)).toThrow(expect.objectContaining({ status: 404 }));
});

test('two addresses of one file are not alike', () => {
  expect(sealFileAddress(house, file)).not.toBe(sealFileAddress(house, file));
});
