export interface FairTurns {
  /** Whether a request may be answered now; then it counts as answered in this turn. */
  take(): boolean;
  /** Resolves when it is this request's turn. */
  wait(): Promise<void>;
  /** Requests that wait. */
  readonly waiting: number;
}

/**
 * Node.js takes in everything that has come over the network before it goes on with what waits for the database. When
 * hundreds of connections send the next request as soon as they have an answer, a colleague's page, which is made in a
 * dozen pieces, waits for all of them before each piece. So only some are answered in each turn of the event loop while
 * colleagues are at work; the others come in the next turns, in their order. An answer from memory takes a fraction of
 * a millisecond, so a flood gets about as many as before, and the thread comes back often.
 * @param most requests answered in one turn
 * @param isNeeded whether somebody is at work for whom the thread must come back
 */
export function createFairTurns(most: number, isNeeded: () => boolean): FairTurns {
  const queue: (() => void)[] = [];
  let taken = 0;
  let isScheduled = false;
  const schedule = () => {
    if (isScheduled) return;
    isScheduled = true;
    setImmediate(() => {
      isScheduled = false;
      const now = isNeeded() ? queue.splice(0, most) : queue.splice(0);
      taken = now.length;
      for (const enter of now) enter();
      if (taken > 0 || queue.length > 0) schedule();
    });
  };
  return {
    take() {
      if (queue.length > 0 || (taken >= most && isNeeded())) return false;
      taken += 1;
      schedule();
      return true;
    },
    wait() {
      schedule();
      return new Promise<void>((resolve) => queue.push(resolve));
    },
    get waiting() {
      return queue.length;
    },
  };
}
