import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { endAside } from './end-aside.server.ts';

test('a copy that does not break off is ended', async () => {
  const child = spawn('sh', ['-c', 'trap "" TERM; echo deaf; while :; do sleep 0.1; done']);
  const ended = once(child, 'exit');
  await once(child.stdout, 'data');
  await endAside(child, ended, 100);
  expect(child.signalCode).toBe('SIGKILL');
}, 30_000);

test('one that puts away what it began has the time for it', async () => {
  const child = spawn('sh', ['-c', 'trap "exit 7" TERM; echo ready; while :; do sleep 0.1; done']);
  const ended = once(child, 'exit');
  await once(child.stdout, 'data');
  await endAside(child, ended);
  expect(child.exitCode).toBe(7);
}, 30_000);
