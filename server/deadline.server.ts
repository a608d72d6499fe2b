import { Problem } from '#platform/problem.ts';

/**
 * Gives up waiting after so many milliseconds. The work itself is not torn down: a write that was begun
 * ends one way or the other, and the form's key makes asking again safe.
 * @throws Problem `server.slow` (503)
 */
export async function withDeadline<Result>(milliseconds: number, work: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Problem('server.slow', 503, { retryAfter: 10 })), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
    // The loser of the race must not end the process when it fails later.
    work.catch(() => undefined);
  }
}
