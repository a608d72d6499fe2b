import { PassThrough, Readable } from 'node:stream';
import { renderToPipeableStream } from 'react-dom/server';
import {
  type EntryContext,
  isRouteErrorResponse,
  type RouterContextProvider,
  ServerRouter,
} from 'react-router';
import { filesOrigin } from '#platform/files/answer-upload.server.ts';
import { contentPolicy } from '#platform/web/content-policy.server.ts';
import { PageDocumentContext } from '#platform/web/page-document.ts';
import { documentKind } from '#platform/web/page-handle.ts';
import { PageTextsContext } from '#platform/web/page-texts.ts';
import { publicStyle } from '#platform/web/public-style.server.ts';
import { staffTextsUrl } from '#platform/web/staff-texts.server.ts';
import { webContext } from '#platform/web/web-context.ts';

/** After this React gives up on parts that never settle. */
export const streamTimeout = 15_000;

/** Renders a document whole: our pages wait for nothing, and a whole answer can fail with the right status. */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  routerContext: EntryContext,
  loadContext: RouterContextProvider,
): Promise<Response> {
  const web = loadContext.get(webContext);
  const { matches } = routerContext.staticHandlerContext;
  const handles = matches.map((match) => routerContext.routeModules[match.route.id]?.handle);
  const kind = documentKind(handles, web.url.pathname);
  headers.set('Content-Type', 'text/html; charset=utf-8');
  headers.set(
    'Content-Security-Policy',
    contentPolicy(kind, web.nonce, web.actor.kind === 'staff' ? filesOrigin(web.house.config) : undefined),
  );
  headers.append('Vary', 'Cookie, Accept-Language');
  if (request.method === 'HEAD') return new Response(null, { status, headers });
  const nonce = kind.scripts ? web.nonce : undefined;
  const document =
    kind.half === 'public'
      ? { publicStyle }
      : { nonce, textsUrl: staffTextsUrl(web.house.translators, web.language) };
  const body = await render(
    <PageTextsContext value={{ language: web.language, dir: web.dir, translators: web.house.translators }}>
      <PageDocumentContext value={document}>
        <ServerRouter context={routerContext} url={request.url} nonce={nonce} />
      </PageDocumentContext>
    </PageTextsContext>,
    nonce,
  );
  return new Response(body, { status, headers });
}

/**
 * Errors of the rendering itself go into the house's own log. What was answered already (no such page, a form sent to a
 * page that takes none) goes nowhere: React Router would print it with the address, and addresses may hold what logs must not.
 */
export function handleError(
  error: unknown,
  { request, context }: { request: Request; context: Readonly<RouterContextProvider> },
): void {
  if (request.signal.aborted || isRouteErrorResponse(error)) return;
  const web = context.get(webContext);
  web.house.log.error('request-failed', error, { id: web.requestId });
}

function render(page: React.ReactNode, nonce: string | undefined): Promise<ReadableStream> {
  return new Promise((resolve, reject) => {
    const { pipe, abort } = renderToPipeableStream(page, {
      nonce,
      onAllReady() {
        clearTimeout(timer);
        resolve(Readable.toWeb(pipe(new PassThrough())) as ReadableStream);
      },
      onShellError: reject,
      onError: reject,
    });
    const timer = setTimeout(() => abort(new Error('rendering took too long')), streamTimeout + 1000);
  });
}
