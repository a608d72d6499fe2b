/** One JSON line an event. Fields are codes, ids of requests, numbers: never names, phones, notes, addresses. */
export interface Log {
  info(event: string, fields?: Record<string, string | number | boolean>): void;
  error(event: string, error: unknown, fields?: Record<string, string | number | boolean>): void;
}

export function createLog(
  level: 'silent' | 'info' | 'debug',
  write = (line: string) => process.stderr.write(line),
): Log {
  const print = (severity: string, event: string, fields: object) => {
    if (level === 'silent') return;
    write(`${JSON.stringify({ at: new Date().toISOString(), severity, event, ...fields })}\n`);
  };
  return {
    info: (event, fields = {}) => print('info', event, fields),
    error: (event, error, fields = {}) => print('error', event, { ...fields, ...describe(error) }),
  };
}

/** Class, code and place of an error. Messages are left out: PostgreSQL quotes values in them. */
function describe(error: unknown) {
  if (!(error instanceof Error)) return { error: 'unknown' };
  const code = 'code' in error ? String(error.code) : undefined;
  const where = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 6)
    .map((line) => line.trim());
  return { error: error.name, ...(code !== undefined && { code }), where: where.join(' | ') };
}
