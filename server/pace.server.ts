import { Problem } from '#platform/problem.ts';

/** Calls of one session in one minute: ten a second, which no desk and no careful program needs. */
export const mostCalls = 600;

/**
 * Keeps one program from taking the house for itself. Counted in this process: with more processes the limit is higher
 * by as much, and the lanes still hold. @throws Problem `api.too-many-calls` (429)
 */
export function createPace(): (sessionId: string, now: Date) => void {
  let minute = 0;
  let calls = new Map<string, number>();
  return (sessionId, now) => {
    const current = Math.floor(now.getTime() / 60_000);
    if (current !== minute) {
      minute = current;
      calls = new Map();
    }
    const made = (calls.get(sessionId) ?? 0) + 1;
    calls.set(sessionId, made);
    if (made > mostCalls) {
      throw new Problem('api.too-many-calls', 429, {
        retryAfter: 60 - Math.floor((now.getTime() / 1000) % 60),
      });
    }
  };
}
