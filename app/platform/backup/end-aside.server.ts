import type { ChildProcess } from 'node:child_process';
import { waitAtMost } from '../wait-at-most.ts';

/** Milliseconds in which a copy or a trial puts away what it began. */
const patience = 10_000;

/** Tells a process that works aside to break off, and ends it when it does not: a stop of the house cannot wait for it. */
export async function endAside(
  child: ChildProcess,
  ended: Promise<unknown>,
  limit = patience,
): Promise<void> {
  child.kill('SIGTERM');
  if (await waitAtMost(limit, ended)) return;
  child.kill('SIGKILL');
  await ended.catch(() => undefined);
}
