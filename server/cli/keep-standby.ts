import { availableMemory } from 'node:process';
import type { StartedServing } from './start-serving.ts';

/**
 * A second process that has loaded the program and waits to serve, so that after a lock nobody waits while one loads. It
 * knows of no house until it is taken: no key was ever in it, and nobody's name.
 */
export interface Standby {
  /** The waiting one, if there is one; the next is begun a little later. */
  take(): StartedServing | undefined;
  end(): void;
}

/** Milliseconds: whoever has just begun to serve needs the processor first. */
const pause = 3_000;
/** After one that died by itself. */
const longPause = 60_000;
/** Bytes that have to be free where nobody has said whether one should wait: it takes a quarter of this. */
const plenty = 768 * 1024 * 1024;

export function keepStandby(
  start: () => StartedServing,
  wish: 'auto' | 'yes' | 'no',
  { delay = pause, memory = availableMemory } = {},
): Standby {
  let waiting: StartedServing | undefined;
  let timer: NodeJS.Timeout | undefined;
  let isOver = false;
  const isWanted = () => wish === 'yes' || (wish === 'auto' && memory() >= plenty);

  function later(wait: number): void {
    if (isOver || wish === 'no') return;
    clearTimeout(timer);
    timer = setTimeout(() => (isWanted() ? begin() : later(longPause)), wait).unref();
  }

  function begin(): void {
    const begun = start();
    waiting = begun;
    void replace(begun);
  }

  async function replace(begun: StartedServing): Promise<void> {
    await begun.ended;
    if (waiting !== begun) return;
    waiting = undefined;
    later(longPause);
  }

  return {
    take() {
      const taken = waiting;
      waiting = undefined;
      later(delay);
      return taken;
    },
    end() {
      isOver = true;
      clearTimeout(timer);
      const last = waiting;
      waiting = undefined;
      last?.kill();
    },
  };
}
