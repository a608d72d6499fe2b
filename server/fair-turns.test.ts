import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createFairTurns } from './fair-turns.server.ts';

test('in one turn no more are answered than may be, and the others follow in their order', async () => {
  const turns = createFairTurns(2, () => true);
  const order: number[] = [];
  const ask = async (at: number) => {
    if (!turns.take()) await turns.wait();
    order.push(at);
  };
  const all = [1, 2, 3, 4, 5].map(ask);
  expect(order).toEqual([1, 2]);
  expect(turns.waiting).toBe(3);
  await nextTurn();
  expect(order).toEqual([1, 2, 3, 4]);
  await Promise.all(all);
  expect(order).toEqual([1, 2, 3, 4, 5]);
});

test('a newcomer does not overtake those who wait', async () => {
  const turns = createFairTurns(1, () => true);
  const order: string[] = [];
  const ask = async (who: string) => {
    if (!turns.take()) await turns.wait();
    order.push(who);
  };
  const first = [ask('a'), ask('b'), ask('c')];
  await nextTurn();
  await Promise.all([...first, ask('d')]);
  expect(order).toEqual(['a', 'b', 'c', 'd']);
});

test('without a colleague at work nobody waits', () => {
  const turns = createFairTurns(1, () => false);
  expect([turns.take(), turns.take(), turns.take()]).toEqual([true, true, true]);
});

test('what waits between two turns finds the thread free in between', async () => {
  const turns = createFairTurns(8, () => true);
  let steps = 0;
  const flood = Array.from({ length: 300 }, async () => {
    if (!turns.take()) await turns.wait();
  });
  // A colleague's page: one step after the other, each behind whatever came in meanwhile.
  while (turns.waiting > 0) {
    await nextTurn();
    steps += 1;
  }
  await Promise.all(flood);
  expect(steps).toBeGreaterThanOrEqual(300 / 8 - 1);
});

test('planted: with no limit in a turn, the whole flood is before the next step', async () => {
  const turns = createFairTurns(Number.POSITIVE_INFINITY, () => true);
  let answered = 0;
  for (let at = 0; at < 300; at += 1) if (turns.take()) answered += 1;
  await nextTurn();
  expect(answered).toBe(300);
});
