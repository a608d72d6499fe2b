import type { Translators } from '#platform/language/translators.ts';
import { alwaysHeaders } from '../always-headers.ts';
import { directionOf } from '#platform/language/interface-languages.ts';

interface Connection {
  outgoing?: { once(event: 'close', listener: () => void): unknown };
}

type Fetch = (request: Request, env?: Connection) => Response | Promise<Response>;

/** The door of the server: lets requests through to the house, or asks them to come back in a moment. */
export interface Gate {
  fetch: Fetch;
  /** Opens the door onto a house. */
  open(fetch: Fetch): void;
  /** Closes the door and resolves when the last request inside has its answer, or after `patience` ms with false. */
  close(patience: number): Promise<boolean>;
}

const retryAfter = 5;
const nothingLoads = "default-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/** A serving half that was killed is back sooner than this, and its callers need not notice. */
const moment = 3_000;

/**
 * Before the door opens for the first time whoever knocks waits a moment at it. While it is closed nothing is lost: forms
 * are kept by the browser, and 503 says when to come back.
 */
export function createGate(translators: Translators): Gate {
  let inner: Fetch | undefined;
  let isOver = false;
  let letIn = () => {};
  const opened = new Promise<void>((resolve) => (letIn = resolve));
  let inside = 0;
  let whenEmpty: (() => void) | undefined;

  async function pass(fetch: Fetch, request: Request, env?: Connection): Promise<Response> {
    inside += 1;
    let left = false;
    const leave = () => {
      if (left) return;
      left = true;
      inside -= 1;
      if (inside === 0) whenEmpty?.();
    };
    // A page is streamed and needs the house until its last byte; a caller who hangs up closes too.
    env?.outgoing?.once('close', leave);
    try {
      return await fetch(request, env);
    } finally {
      if (!env?.outgoing) leave();
    }
  }

  async function knock(request: Request, env?: Connection): Promise<Response> {
    if (!isOver && !isProbe(request)) {
      let timer: NodeJS.Timeout | undefined;
      await Promise.race([opened, new Promise((resolve) => (timer = setTimeout(resolve, moment)))]);
      clearTimeout(timer);
    }
    return inner ? pass(inner, request, env) : comeBack(request, translators);
  }

  return {
    fetch: (request, env) => (inner ? pass(inner, request, env) : knock(request, env)),
    open(fetch) {
      inner = fetch;
      letIn();
    },
    close(patience) {
      inner = undefined;
      isOver = true;
      if (inside === 0) return Promise.resolve(true);
      return new Promise((resolve) => {
        const timer = setTimeout(() => resolve(false), patience);
        whenEmpty = () => {
          whenEmpty = undefined;
          clearTimeout(timer);
          resolve(true);
        };
      });
    },
  };
}

/** Asked by machines that want to know how it is now. */
const isProbe = (request: Request) => /^\/(healthz|readyz)$/.test(new URL(request.url).pathname);

function comeBack(request: Request, translators: Translators): Response {
  const { pathname } = new URL(request.url);
  const headers = {
    ...alwaysHeaders,
    'Content-Security-Policy': nothingLoads,
    'Retry-After': String(retryAfter),
    'Cache-Control': 'no-store',
  };
  if (pathname === '/healthz') return new Response('alive', { headers });
  if (pathname === '/readyz') return new Response('not ready', { status: 503, headers });
  const language = preferred(request, translators);
  const t = translators.for(language, 'cli');
  const [title, next] = [t('paused.title'), t('paused.next')];
  if (!(request.headers.get('accept') ?? '').includes('text/html')) {
    const problem = { type: 'about:blank', title, status: 503, code: 'server.paused', next };
    return Response.json(problem, {
      status: 503,
      headers: { ...headers, 'Content-Type': 'application/problem+json' },
    });
  }
  // A page that was asked for comes by itself; a form that was sent is sent again by hand, on "try again".
  const refresh = request.method === 'GET' ? `<meta http-equiv="refresh" content="${retryAfter}">` : '';
  const page =
    `<!doctype html><html lang="${language}" dir="${directionOf(language)}"><meta charset="utf-8">${refresh}` +
    `<meta name="viewport" content="width=device-width"><title>${title}</title><h1>${title}</h1><p>${next}</p></html>`;
  return new Response(page, {
    status: 503,
    headers: {
      ...headers,
      'Content-Type': 'text/html; charset=utf-8',
    },
  });
}

function preferred(request: Request, translators: Translators): string {
  const wished = (request.headers.get('accept-language') ?? '')
    .split(',')
    .map((each) => each.split(';')[0]?.trim() ?? '');
  for (const wish of wished) {
    const found = [wish, wish.split('-')[0] ?? ''].find(
      (each) => translators.has(each, 'cli:paused.title') && translators.languages.includes(each),
    );
    if (found) return found;
  }
  return 'en';
}
