import { expect, test } from 'vitest';
import type { AppEnv } from './app-env.ts';
import { callerAddress } from './public-origin.server.ts';

const from = (remoteAddress: string) =>
  ({ incoming: { socket: { remoteAddress } } }) as unknown as AppEnv['Bindings'];

test('a caller cannot choose an address: neither by a header without a proxy, nor by what stands before the proxy’s own word', () => {
  expect(callerAddress(from('198.51.100.7'), '203.0.113.9', false)).toBe('198.51.100.7');
  expect(callerAddress(from('198.51.100.7'), '203.0.113.9', true)).toBe('198.51.100.7');
  expect(callerAddress(from('127.0.0.1'), '203.0.113.9, 198.51.100.8', true)).toBe('198.51.100.8');
});

test('one line is one caller, however it changes the end of its address, so that guesses at passphrases are counted together', () => {
  const seen = new Set(
    ['2001:db8:1:2::1', '2001:db8:1:2:ffff::9', '2001:DB8:1:2:0:0:0:1'].map((each) =>
      callerAddress(from(each), null, false),
    ),
  );
  expect([...seen]).toEqual(['2001:db8:1:2::']);
  expect(callerAddress(from('::1'), '2001:db8:1:2:a::b', true)).toBe('2001:db8:1:2::');
  expect(callerAddress(from('2001:db8:1:3::1'), null, false)).toBe('2001:db8:1:3::');
  expect(callerAddress(from('::ffff:198.51.100.7'), null, false)).toBe('198.51.100.7');
  expect(callerAddress(from('fe80::1%eth0'), null, false)).toBe('fe80::');
});

test('what a proxy words in its own way is still one caller', () => {
  expect(callerAddress(from('127.0.0.1'), 'unknown', true)).toBe('unknown');
  expect(callerAddress(undefined, null, true)).toBeUndefined();
});
