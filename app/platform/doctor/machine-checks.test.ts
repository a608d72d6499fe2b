import { expect, test } from 'vitest';
import { checkMachine, checkTransport } from './machine-checks.ts';
import { type Machine, parseSwaps } from './read-machine.server.ts';

const gigabyte = 1024 ** 3;
const well: Machine = {
  nodeVersion: '24.21.0',
  userId: 990,
  coreLimit: '0',
  corePattern: 'core',
  swaps: [],
  disk: { free: 50 * gigabyte, total: 100 * gigabyte },
  clockSynchronised: true,
};
const now = new Date('2026-03-10T09:00:00Z');
const found = (given: Partial<Machine>, at = now, newest?: Date) =>
  checkMachine({ ...well, ...given }, at, newest)
    .filter(({ level }) => level !== 'ok')
    .map(({ check, level, code }) => `${check} ${level} ${code}`);

test('another Node.js than the one that comes along is dangerous', () => {
  expect(found({ nodeVersion: '20.11.1' })).toEqual(['node danger other']);
});

test('root, core dumps and open swap need attention', () => {
  expect(found({ userId: 0 })).toEqual(['user attention root']);
  expect(found({ coreLimit: 'unlimited' })).toEqual(['coreDumps attention on']);
  expect(found({ coreLimit: undefined })).toEqual(['coreDumps attention unknown']);
  expect(
    found({
      swaps: [
        { name: '/dev/zram0', safe: true },
        { name: '/swapfile', safe: false },
      ],
    }),
  ).toEqual(['swap attention open']);
});

test('a program that takes core dumps whatever the limit says needs attention', () => {
  expect(found({ corePattern: '|/usr/share/apport/apport -p%p' })).toEqual(['coreDumps attention piped']);
  expect(found({ corePattern: '|/usr/lib/systemd/systemd-coredump %P %u' })).toEqual([]);
});

test('a disk that fills up is told in time', () => {
  expect(found({ disk: { free: 0.5 * gigabyte, total: 100 * gigabyte } })).toEqual(['disk danger full']);
  expect(found({ disk: { free: 8 * gigabyte, total: 100 * gigabyte } })).toEqual(['disk attention low']);
});

test('a clock that forgot the year, or went back behind the records, is dangerous', () => {
  expect(found({}, new Date('2000-01-01T00:04:00Z'))).toEqual(['clock danger early']);
  expect(found({}, now, new Date('2026-03-12T00:00:00Z'))).toEqual(['clock danger wentBack']);
  expect(found({ clockSynchronised: false })).toEqual(['clock attention alone']);
});

test('a machine in order has nothing to say', () => {
  expect(found({}, now, new Date('2026-03-10T08:59:00Z'))).toEqual([]);
});

test('other computers may only be spoken to over HTTPS', () => {
  expect(checkTransport('http://10.1.2.3:4380', {}).level).toBe('danger');
  expect(checkTransport('http://127.0.0.1:4380', { publicUrl: 'http://centre.example' }).level).toBe(
    'danger',
  );
  expect(checkTransport('http://127.0.0.1:4380', { publicUrl: 'https://centre.example' }).level).toBe('ok');
  expect(
    checkTransport('http://127.0.0.1:4380', {
      publicUrl: 'https://centre.example',
      filesUrl: 'http://files.example',
    }),
  ).toMatchObject({ level: 'danger', params: { url: 'http://files.example' } });
  expect(checkTransport('https://localhost:4343', {}).level).toBe('ok');
  expect(checkTransport('http://[::1]:4380', {}).level).toBe('ok');
});

test('swap areas are read from the kernel’s table', () => {
  expect(
    parseSwaps('Filename\tType\tSize\tUsed\tPriority\n/dev/dm-1 partition 8 0 -2\n/swapfile file 8 0 -3\n'),
  ).toEqual(['/dev/dm-1', '/swapfile']);
});
