import { Problem } from '../problem.ts';

/** Milliseconds that one statement may take at most, whoever waits for it. */
const longest = 20_000;

/**
 * What a statement may still take of the time in which somebody waits for the answer, as PostgreSQL wants to hear it:
 * what nobody waits for any more does not keep a connection from the next.
 * @param deadline by `performance.now()`; undefined for work that nobody waits for
 * @throws Problem `server.slow` (503) when the time is over already
 */
export function timeLeft(deadline: number | undefined): string {
  if (deadline === undefined) return String(longest);
  const left = Math.ceil(deadline - performance.now());
  if (left <= 0) throw new Problem('server.slow', 503, { retryAfter: 10 });
  return String(Math.min(left, longest));
}
