import type { Log } from '#platform/log.server.ts';

export interface AnswerCount {
  /** One answer that no line of its own is written about. */
  add(pattern: string, status: number): void;
  /** Writes what was counted, one line for each route and status. */
  write(): void;
  stop(): void;
}

const every = 60_000;

/**
 * Pages answered from memory and requests sent away are counted, not listed: one line a minute for each route. It is
 * also less to know about those who read.
 */
export function countAnswers(log: Log): AnswerCount {
  const counts = new Map<string, Map<number, number>>();
  const write = () => {
    for (const [route, statuses] of counts) {
      for (const [status, count] of statuses) log.info('requests', { route, status, count });
    }
    counts.clear();
  };
  const timer = setInterval(write, every).unref();
  return {
    add(pattern, status) {
      let statuses = counts.get(pattern);
      if (!statuses) counts.set(pattern, (statuses = new Map()));
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    },
    write,
    stop() {
      clearInterval(timer);
      write();
    },
  };
}
