import { setTimeout as delay } from 'node:timers/promises';
import type { FaultLoad } from '../bench-fault-load.server.ts';

/**
 * Milliseconds until somebody's work is taken again: three more writes are acknowledged.
 * @throws after `patience` milliseconds
 */
export async function untilWriting(load: FaultLoad, patience: number): Promise<number> {
  const began = performance.now();
  const before = load.acknowledged.length;
  while (load.acknowledged.length < before + 3) {
    if (performance.now() - began > patience)
      throw new Error(`no write was taken within ${patience / 1000} s`);
    await delay(10);
  }
  return performance.now() - began;
}
