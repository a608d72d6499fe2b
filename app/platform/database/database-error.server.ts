import { isProblem, Problem } from '../problem.ts';

/**
 * Turns what PostgreSQL or the socket says into a problem a person can act on, or the word `retry` when
 * the transaction lost a race and may simply run again. Anything else comes back as it was.
 */
export function translateDatabaseError(error: unknown): unknown {
  if (isProblem(error)) return error;
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  if (code === '40001' || code === '40P01') return 'retry';
  if (code === '53100' || code === 'ENOSPC' || code === '53200')
    return new Problem('storage.full', 507, { cause: error });
  if (unavailable.has(code) || code.startsWith('08') || connectionLost(error)) {
    return new Problem('database.unavailable', 503, { retryAfter: 5, cause: error });
  }
  // Data exceptions: a year or a number that the schema let through and no column can hold.
  if (/^22\w{3}$/.test(code)) return new Problem('input.invalid', 422, { cause: error });
  // The walls around a file that is with another centre by now (migration 0101).
  if (code === 'SR101') return new Problem('client.moved', 409, { cause: error });
  // Whoever is in a file for an emergency does not change who may open it (migration 0135).
  if (code === 'SR135') return new Problem('oversight.guest', 403, { cause: error });
  if (code === '57014') return new Problem('server.slow', 503, { retryAfter: 10, cause: error });
  return error;
}

const unavailable = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
  '57P01',
  '57P02',
  '57P03',
  '53300',
  '58030',
  '58P01',
]);

function connectionLost(error: unknown): boolean {
  return (
    error instanceof Error &&
    /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|not queryable/.test(
      error.message,
    )
  );
}
