import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { limitSenders, senderOf } from './limit-senders.server.ts';

const opened: { destroy(): unknown }[] = [];
afterEach(() => {
  for (const each of opened.splice(0)) each.destroy();
});

async function listen(limits?: Parameters<typeof limitSenders>[1]): Promise<number> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    setImmediate(() => socket.destroyed || socket.write('welcome'));
  });
  if (limits) limitSenders(server, limits);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  opened.push({ destroy: () => server.close() });
  return (server.address() as AddressInfo).port;
}

/** A connection, and whether it was let in. */
async function call(port: number, localAddress = '127.0.0.1'): Promise<{ socket: Socket; isIn: boolean }> {
  const socket = connect({ port, host: '127.0.0.1', localAddress });
  opened.push(socket);
  socket.on('error', () => undefined);
  const isIn = await Promise.race([
    once(socket, 'data').then(() => true),
    once(socket, 'close').then(() => false),
  ]);
  return { socket, isIn };
}

const nobody = () => false;

test('the connection above the number is closed, others of other senders are not', async () => {
  const port = await listen({ most: 3, spare: nobody });
  const first = [await call(port), await call(port), await call(port)];
  expect(first.map(({ isIn }) => isIn)).toEqual([true, true, true]);
  expect((await call(port)).isIn).toBe(false);
  expect((await call(port, '127.0.0.2')).isIn).toBe(true);
  first[0]?.socket.destroy();
  await wait(50);
  expect((await call(port)).isIn).toBe(true);
});

test('this computer is not counted: a proxy in front speaks for everybody', async () => {
  const port = await listen({ most: 1 });
  expect([(await call(port)).isIn, (await call(port)).isIn]).toEqual([true, true]);
});

test('planted: without the limit everybody comes in', async () => {
  const port = await listen();
  expect([(await call(port)).isIn, (await call(port)).isIn]).toEqual([true, true]);
});

test('a sender is an IPv4 address, or the half of an IPv6 address that a provider gives away', () => {
  expect(senderOf('::ffff:10.0.0.7')).toBe(senderOf('10.0.0.7'));
  expect(senderOf('10.0.0.7')).not.toBe(senderOf('10.0.0.8'));
  expect(senderOf('2001:db8:1:2::1')).toBe(senderOf('2001:db8:1:2:ffff::9'));
  expect(senderOf('2001:db8:1:2::1')).not.toBe(senderOf('2001:db8:1:3::1'));
  expect(senderOf('fe80::1%eth0')).toBe(senderOf('fe80::2'));
});
