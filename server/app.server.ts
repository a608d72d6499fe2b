import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { type Context, Hono } from 'hono';
import { compress } from 'hono/compress';
import type { ServerBuild } from 'react-router';
import { type Actor, publicActor } from '#platform/actor.ts';
import { type House, programDir } from '#platform/house.server.ts';
import { isInterfaceLanguage } from '#platform/language/interface-languages.ts';
import { Problem } from '#platform/problem.ts';
import { openCookieJar } from '#platform/web/cookie-jar.server.ts';
import { asProblem } from '#platform/web/describe-problem.server.ts';
import { openWeb, readingLanguage } from '#platform/web/open-web.server.ts';
import { staffTexts } from '#platform/web/staff-texts.server.ts';
import type { Web } from '#platform/web/web-context.ts';
import { accessLog } from './access-log.server.ts';
import { countAnswers } from './answer-count.server.ts';
import type { AppEnv } from './app-env.ts';
import { checkOrigin } from './check-origin.server.ts';
import { watchRevision } from './content-revision.server.ts';
import { withDeadline } from './deadline.server.ts';
import { readiness } from './health.server.ts';
import { createKnownTokens, type KnownTokens } from './known-tokens.server.ts';
import { createFairTurns } from './fair-turns.server.ts';
import { createLanes, isSomebodyAtWork, laneFor } from './lanes.server.ts';
import { createPages } from './pages.server.ts';
import { problemResponse } from './problem-response.server.ts';
import { plainPath } from './plain-path.ts';
import type { SharedAddress } from './cache-address.ts';
import { createPublicCache } from './public-cache.server.ts';
import { createPublicPages } from './public-pages.server.ts';
import { keepApart } from './keep-apart.server.ts';
import { readOrigins } from './origins.server.ts';
import { callerAddress } from './public-origin.server.ts';
import { awayMinutes, leftMarker, neutralPage, wipeAgain, wipePath } from './quick-exit.server.ts';
import { sealedDoor } from './sealed-door.server.ts';
import { securityHeaders } from './security-headers.server.ts';
import { answerFile, readStaticFiles } from './static-files.server.ts';
import { wholeRequest } from './whole-request.server.ts';

export interface AppParts {
  /** The pages as built. */
  build: ServerBuild;
  /** Who holds a session token; the public for none. */
  resolveActor(house: House, token: string | undefined): Promise<Actor>;
  /** Who holds a token of the API, from the header `Authorization: Bearer …`; the public for none. Only under /api. */
  resolveToken?(house: House, token: string): Promise<Actor>;
  /** The API's own Hono, mounted at /api/v1. */
  api?: (
    house: House,
    webOf: (c: Context<AppEnv>) => Promise<Web>,
    inLane: (web: Web, method: string, work: () => Promise<Response>) => Promise<Response>,
  ) => Hono<AppEnv>;
  /**
   * A name for the state of everything that the public sees: texts, facts, the centre's own data, its day. Another
   * state has another name. Asked at most once a second.
   */
  contentRevision(house: House): Promise<string>;
  /** Folder of the browser's files; `build/client` unless told. */
  clientDir?: string;
}

/** The web side of a house as one `fetch`. */
export interface WebApp {
  fetch(request: Request, env?: object): Response | Promise<Response>;
}

const limits = { form: 1024 * 1024, upload: 25 * 1024 * 1024, deadline: 30_000 };
/** Requests of strangers that are answered before the thread looks after colleagues again. */
const answersInATurn = 8;
/** Pages and the API know these; React Router would take any other for a form. */
const methods = new Set(['GET', 'HEAD', 'POST']);
const isStaffPath = (pathname: string) => /^\/(staff|setup|api)(\/|\.|$)/.test(plainPath(pathname));

/** The whole web side of a house as one `fetch`: no port, so tests ask it directly. */
export function assembleApp(house: House, parts: AppParts): WebApp {
  const app = new Hono<AppEnv>();
  const lanes = createLanes();
  const known = createKnownTokens();
  const origins = readOrigins(house.config);
  const files = readStaticFiles(parts.clientDir ?? join(programDir, 'build/client'));
  const isReady = readiness(house);
  const count = countAnswers(house.log);
  house.onClose(() => count.stop());
  const revision = watchRevision(() => parts.contentRevision(house));
  const publicPages = createPublicPages({
    house,
    build: parts.build,
    cache: createPublicCache({ steadyFor: revision.steadyFor }),
    revision,
    origins,
    lane: lanes.public,
    count,
    isFile: (path) => files.has(path),
  });
  const servePage = createPages(parts.build);
  const { publicUrl } = house.config;

  const languageOf = (c: Context<AppEnv>) =>
    readingLanguage(
      c.req.raw,
      c.get('url'),
      openCookieJar(c.req.header('cookie') ?? null, c.get('url')),
      publicActor,
    );

  app.use((c, next) => {
    const url = origins.seen(c.req.url);
    c.set('url', url);
    c.set('side', origins.sideOf(url.host, c.req.header('x-forwarded-for') !== undefined));
    return next();
  });
  app.use(accessLog(house.log, count));
  app.use(securityHeaders);

  app.onError((error, c) => {
    const problem = asProblem(error);
    if (problem.status >= 500 && problem.code === 'unexpected') {
      house.log.error('request-failed', error, { id: c.get('requestId') });
    }
    return problemResponse(house.translators, languageOf(c), problem, {
      requestId: c.get('requestId'),
      pathname: c.get('url').pathname,
      accept: c.req.header('accept') ?? '',
    });
  });

  app.use((c, next) => {
    // React Router would print such a path to the console, and paths may hold what logs must not.
    if (!isReadable(c.get('url').pathname)) throw new Problem('not-found', 404);
    return next();
  });
  if (!origins.isOne) app.use(keepApart(house, origins));

  app.use(async (c, next) => {
    const { pathname, search } = c.get('url');
    if (!isStaffPath(pathname)) return next();
    const [, first = '', ...rest] = pathname.split('/');
    const plain = plainPath(first);
    if (plain === first) return next();
    // The pages would take it, and what goes by the path would take it for a public one.
    if (c.req.method !== 'GET' || !/^(staff|setup|api)$/.test(plain)) throw new Problem('not-found', 404);
    return c.redirect(`/${[plain, ...rest].join('/')}${search}`);
  });
  app.use(sealedDoor(house));

  app.get('/healthz', (c) => named(c, '/healthz').text('alive'));
  app.get('/readyz', async (c) => {
    const ready = await isReady();
    return named(c, '/readyz').text(ready ? 'ready' : 'not ready', ready ? 200 : 503);
  });

  app.get('*', async (c, next) => {
    const file = files.get(c.get('url').pathname);
    if (!file) return next();
    named(c, '/assets/*');
    return answerFile(file, c.req.header('accept-encoding') ?? '');
  });

  app.use(
    compress({
      encoding: 'gzip',
      contentTypeFilter: /^(text\/|application\/(json|problem\+json)|text\/x-script)/,
    }),
  );

  app.get('/texts/:name', (c) => {
    const language = /^(.+)-[\w-]{12}\.json$/.exec(c.req.param('name'))?.[1];
    if (!isInterfaceLanguage(language)) throw new Problem('not-found', 404);
    const { body, url } = staffTexts(house.translators, language);
    if (url !== c.get('url').pathname) throw new Problem('not-found', 404);
    c.header('Cache-Control', 'public, max-age=31536000, immutable');
    c.header('Content-Type', 'application/json; charset=utf-8');
    return named(c, '/texts/*').body(body);
  });

  app.get('/leave', (c) => {
    const cookies = openCookieJar(null, c.get('url'));
    cookies.set(leftMarker, '1', awayMinutes * 60);
    const page = neutralPage(house.translators, languageOf(c), true);
    for (const cookie of cookies.headers) page.headers.append('Set-Cookie', cookie);
    named(c, '/leave');
    return page;
  });
  app.get(wipePath, (c) => {
    named(c, wipePath);
    return wipeAgain();
  });
  // Forms too: Back to what a form was answered with sends the form again.
  app.on(['GET', 'POST'], '*', async (c, next) => {
    const url = c.get('url');
    const left = openCookieJar(c.req.header('cookie') ?? null, url).get(leftMarker);
    if (!left || isStaffPath(url.pathname)) return next();
    return neutralPage(house.translators, languageOf(c), false);
  });

  app.use(async (c, next) => {
    const { method } = c.req;
    if (!methods.has(method)) throw new Problem('not-found', 405);
    checkOrigin(c.req.raw, c.get('url'), (c.req.header('cookie') ?? '').includes('serai='));
    if (method !== 'POST') return next();
    const isUpload = c.req.header('content-type')?.startsWith('multipart/form-data');
    // Strangers have nothing to upload: what they send must not fill the memory.
    const mayUpload = isUpload && (await webOf(c)).actor.kind === 'staff';
    c.req.raw = await wholeRequest(c.req.raw, mayUpload ? limits.upload : limits.form);
    return next();
  });

  async function recognise(token: string, resolve = parts.resolveActor): Promise<Actor> {
    // Nobody can be named without the keys, and nobody is asked for a name on what is open then.
    if (!house.isOpen) return publicActor;
    const lane = known.has(token) ? lanes.recognise : lanes.unseenTokens;
    const actor = await lane.run(() => resolve(house, token));
    known.note(token, actor.kind === 'staff');
    return actor;
  }

  async function webOf(c: Context<AppEnv>): Promise<Web> {
    const url = c.get('url');
    const cookies = openCookieJar(c.req.header('cookie') ?? null, url);
    // A session belongs to the workspace's origin; elsewhere nobody asks whose it is.
    const isKnown = c.get('side') === 'all' || c.get('side') === 'staff';
    const bearer = isKnown && parts.resolveToken && bearerToken(c.req.header('authorization'), url.pathname);
    const actor = bearer
      ? await recognise(bearer, parts.resolveToken)
      : isKnown && cookies.sessionToken
        ? await recognise(cookies.sessionToken)
        : publicActor;
    return openWeb({
      house,
      actor,
      url,
      cookies,
      request: c.req.raw,
      nonce: randomBytes(16).toString('base64url'),
      requestId: c.get('requestId'),
      address: callerAddress(c.env, c.req.header('x-forwarded-for') ?? null, publicUrl !== undefined),
      deadline: performance.now() + limits.deadline,
    });
  }

  const inLane = (web: Web, method: string, work: () => Promise<Response>) =>
    laneFor(lanes, method, plainPath(web.url.pathname), web.actor)
      .run(() => withDeadline(web.deadline - performance.now(), work()))
      .finally(() => {
        // What colleagues write may be something that the public sees.
        if (method === 'POST' && web.actor.kind === 'staff') revision.distrust();
      });
  if (parts.api) app.route('/api/v1', parts.api(house, webOf, inLane));

  /** A public page as made for nobody in particular: what is kept of it cannot be anybody's own. */
  async function renderForAll(c: Context<AppEnv>, { target, language }: SharedAddress) {
    const url = new URL(target, c.get('url').origin);
    const headers = { accept: 'text/html', 'accept-language': language };
    const request = new Request(new URL(target, c.req.url), { headers });
    const cookies = openCookieJar(null, url);
    const requestId = c.get('requestId');
    const web = openWeb({
      house,
      actor: publicActor,
      url,
      cookies,
      request,
      requestId,
      nonce: '',
      address: undefined,
      deadline: performance.now() + limits.deadline,
    });
    const trace = { pattern: c.get('pattern') };
    const answer = await inLane(web, 'GET', () => servePage(request, web, trace));
    return { answer, pattern: trace.pattern };
  }

  app.all('*', async (c) => {
    const web = await webOf(c);
    const trace = { pattern: c.get('pattern') };
    try {
      const shared = web.actor.kind === 'public' ? publicPages.shared(c.req.raw) : undefined;
      if (shared) {
        const answer = await publicPages.answer(c.req.raw, shared, async () => {
          const made = await renderForAll(c, shared);
          trace.pattern = made.pattern;
          return made;
        });
        if (answer) return answer;
      }
      return await inLane(web, c.req.method, () => servePage(c.req.raw, web, trace));
    } finally {
      // Whoever has just signed in is nobody's flood.
      if (web.cookies.newSession) known.note(web.cookies.newSession, true);
      c.set('pattern', trace.pattern);
    }
  });
  const turns = createFairTurns(answersInATurn, () => isSomebodyAtWork(lanes));
  const answer: WebApp['fetch'] = (request, env) =>
    publicPages.atOnce(request, env) ?? app.fetch(request, env);
  return {
    fetch: (request, env) =>
      isFromColleague(request, known) || turns.take()
        ? answer(request, env)
        : turns.wait().then(() => answer(request, env)),
  };
}

/** By a session that was good a moment ago: it only says in which line to wait. */
function isFromColleague({ headers }: Request, known: KnownTokens): boolean {
  const token = /(?:^|;\s*)(?:__Host-)?serai=([\w-]{20,200})/.exec(headers.get('cookie') ?? '')?.[1];
  return token !== undefined && known.has(token);
}

function isReadable(pathname: string): boolean {
  try {
    return !decodeURIComponent(pathname).includes('\u0000');
  } catch {
    return false;
  }
}

/** A program says who it is in a header; a browser never sends that by itself, so no other site can use it. */
function bearerToken(header: string | undefined, pathname: string): string | undefined {
  return pathname.startsWith('/api/') ? /^Bearer (\S{20,200})$/i.exec(header ?? '')?.[1] : undefined;
}

function named(c: Context<AppEnv>, pattern: string): Context<AppEnv> {
  c.set('pattern', pattern);
  return c;
}
