import { randomUUID } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import type { Log } from '#platform/log.server.ts';
import type { AnswerCount } from './answer-count.server.ts';
import type { AppEnv } from './app-env.ts';

/** Asking without a name: a line would tell the second at which somebody wrote, and only the day is kept of that. */
const unlogged: ReadonlySet<string> = new Set([':language/ask', ':language/answer']);
/** The same before any route is known: what was refused, or sent away because too many came. */
const askingPath = /^\/[^/]+\/(?:ask|answer)(?:\.data)?\/?$/i;
/** Lines about single requests in one minute; a desk at work needs a tenth of it. Those beyond are only counted. */
const mostLines = 600;

/** Gives every request an id of its own and writes one line about it: pattern, status, time. No address, no path, no query. */
export function accessLog(log: Log, count: AnswerCount): MiddlewareHandler<AppEnv> {
  let lines = 0;
  let minute = 0;
  return async (c, next) => {
    const requestId = randomUUID().slice(0, 13);
    const start = performance.now();
    c.set('requestId', requestId);
    c.set('pattern', '(none)');
    await next();
    c.res.headers.set('X-Request-Id', requestId);
    // What broke here is in the log of errors all the same.
    if (unlogged.has(c.get('pattern').replace(/^\//, '')) || askingPath.test(c.req.path)) return;
    const end = performance.now();
    const current = Math.floor(end / 60_000);
    if (current !== minute) [minute, lines] = [current, 0];
    lines += 1;
    if (lines > mostLines) {
      count.add(c.get('pattern'), c.res.status);
      return;
    }
    log.info('request', {
      id: requestId,
      method: c.req.method,
      route: c.get('pattern'),
      status: c.res.status,
      ms: Math.round(end - start),
    });
  };
}
