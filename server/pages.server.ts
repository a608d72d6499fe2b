import { createRequestHandler, RouterContextProvider, type ServerBuild } from 'react-router';
import { documentKind } from '#platform/web/page-handle.ts';
import { type Web, webContext } from '#platform/web/web-context.ts';
import { guardRoutes } from './guard-routes.server.ts';
import { type RequestTrace, requestTrace } from './request-trace.ts';

type ServePage = (request: Request, web: Web, trace: RequestTrace) => Promise<Response>;

/** Runs the pages for one request and adds what the request collected: cookies, and how the answer may be kept. */
export function createPages(build: ServerBuild): ServePage {
  const handle = createRequestHandler(guardRoutes(build), process.env['NODE_ENV']);
  return async (request, web, trace) => {
    const context = new RouterContextProvider();
    context.set(webContext, web);
    context.set(requestTrace, trace);
    const answer = await handle(request, context);
    const headers = new Headers(answer.headers);
    for (const cookie of web.cookies.headers) headers.append('Set-Cookie', cookie);
    if (trace.retryAfter !== undefined) headers.set('Retry-After', String(trace.retryAfter));
    if (!headers.has('Cache-Control')) headers.set('Cache-Control', cacheControl(request, answer, web));
    return new Response(answer.body, { status: answer.status, statusText: answer.statusText, headers });
  };
}

/** Public pages may be kept, but are asked for again each time, so that leaving and changes take effect at once. */
function cacheControl(request: Request, answer: Response, web: Web): string {
  const { half } = documentKind([], web.url.pathname);
  const isPlain = request.method === 'GET' && answer.status === 200 && web.actor.kind === 'public';
  return half === 'public' && isPlain ? 'private, no-cache' : 'no-store';
}
