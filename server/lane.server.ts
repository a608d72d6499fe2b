import { Problem } from '#platform/problem.ts';

export interface LaneLimits {
  /** Requests at work at once. */
  atOnce: number;
  /** Requests that may wait for their turn. */
  waiting: number;
  /** Milliseconds after which a waiting request is sent away. */
  patience: number;
  /** Awaited before each piece of work: lets more urgent work go first. */
  giveWay?: () => Promise<void>;
}

export interface Lane {
  /** Waits for a turn and runs the work in it. @throws Problem `server.busy` (503) when the lane is full or patience ends */
  run<Result>(work: () => Promise<Result>): Promise<Result>;
  /** Requests at work at this moment. */
  readonly running: number;
  /** Milliseconds since something was at work in it; 0 while something is. */
  readonly idleFor: number;
  /** Whoever comes now would be sent away. */
  readonly isFull: boolean;
  /** Seconds after which somebody who was sent away may come again. */
  readonly retryAfter: number;
}

/**
 * A lane of its own for each kind of visitor, so that a flood of the public pages or of sign-in attempts
 * takes nothing from the people at the desk.
 */
export function createLane({ atOnce, waiting, patience, giveWay }: LaneLimits): Lane {
  let running = 0;
  let busyUntil = Number.NEGATIVE_INFINITY;
  const queue: (() => void)[] = [];
  const retryAfter = Math.max(1, Math.ceil(patience / 1000));
  const busy = () => new Problem('server.busy', 503, { retryAfter });

  async function turn(): Promise<void> {
    if (running < atOnce) {
      running += 1;
      return;
    }
    if (queue.length >= waiting) throw busy();
    await new Promise<void>((resolve, reject) => {
      const enter = () => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        queue.splice(queue.indexOf(enter), 1);
        reject(busy());
      }, patience);
      queue.push(enter);
    });
  }

  return {
    retryAfter,
    get running() {
      return running;
    },
    get idleFor() {
      return running > 0 ? 0 : performance.now() - busyUntil;
    },
    get isFull() {
      return running >= atOnce && queue.length >= waiting;
    },
    async run(work) {
      await turn();
      try {
        await giveWay?.();
        return await work();
      } finally {
        busyUntil = performance.now();
        // A waiting request takes over this one's place, so `running` does not change.
        const next = queue.shift();
        if (next) next();
        else running -= 1;
      }
    },
  };
}
