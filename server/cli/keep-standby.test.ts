import { expect, test, vi } from 'vitest';
import { keepStandby } from './keep-standby.ts';
import type { StartedServing } from './start-serving.ts';

const gigabyte = 1024 ** 3;

/** Processes that wait, and what became of them. */
function waitingRoom() {
  const begun: { isKilled: boolean; die(): void }[] = [];
  const start = (): StartedServing => {
    let die = () => {};
    const ended = new Promise<void>((resolve) => (die = resolve));
    const one = { isKilled: false, die };
    begun.push(one);
    return {
      ended,
      listen: () => Promise.reject(new Error('nobody is served here')),
      kill: () => void (one.isKilled = true),
    };
  };
  return { begun, start };
}

test('none waits where it is not wished for, or where memory is short', async () => {
  vi.useFakeTimers();
  const { begun, start } = waitingRoom();
  const unwished = keepStandby(start, 'no');
  const poor = keepStandby(start, 'auto', { memory: () => gigabyte / 4 });
  for (const standby of [unwished, poor]) expect(standby.take()).toBeUndefined();
  await vi.advanceTimersByTimeAsync(600_000);
  expect(begun).toEqual([]);
  vi.useRealTimers();
});

test('one is begun after the first has begun to serve, and another after that one was taken', async () => {
  vi.useFakeTimers();
  const { begun, start } = waitingRoom();
  const standby = keepStandby(start, 'auto', { memory: () => gigabyte });
  expect(standby.take()).toBeUndefined();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(begun).toHaveLength(1);
  expect(standby.take()).toBeDefined();
  expect(standby.take()).toBeUndefined();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(begun.map(({ isKilled }) => isKilled)).toEqual([false, false]);
  standby.end();
  expect(begun.map(({ isKilled }) => isKilled)).toEqual([false, true]);
  vi.useRealTimers();
});

test('one that died while it waited is not handed out', async () => {
  vi.useFakeTimers();
  const { begun, start } = waitingRoom();
  const standby = keepStandby(start, 'yes', { memory: () => 0 });
  standby.take();
  await vi.advanceTimersByTimeAsync(5_000);
  begun[0]?.die();
  await vi.advanceTimersByTimeAsync(1);
  expect(standby.take()).toBeUndefined();
  standby.end();
  await vi.advanceTimersByTimeAsync(600_000);
  expect(begun).toHaveLength(1);
  vi.useRealTimers();
});
