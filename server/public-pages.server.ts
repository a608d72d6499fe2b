import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { ServerBuild } from 'react-router';
import { publicActor } from '#platform/actor.ts';
import type { House } from '#platform/house.server.ts';
import { barePolicy } from '#platform/web/content-policy.server.ts';
import { isLoopback, openCookieJar } from '#platform/web/cookie-jar.server.ts';
import { readingLanguage } from '#platform/web/open-web.server.ts';
import { alwaysHeaders } from './always-headers.ts';
import type { AnswerCount } from './answer-count.server.ts';
import type { AppEnv } from './app-env.ts';
import { prepareBusyPages } from './busy-page.server.ts';
import type { RevisionWatch } from './content-revision.server.ts';
import {
  answerWith,
  type Asking,
  type KeptAnswer,
  keepAnswer,
  writeBytes,
  writeTo,
} from './kept-answer.server.ts';
import type { Lane } from './lane.server.ts';
import type { Made, PublicCache } from './public-cache.server.ts';
import type { Origins } from './origins.server.ts';
import { readRouteManners } from './route-manners.server.ts';
import { strictTransport } from './security-headers.server.ts';
import { isLarge, isSharedPath, keptQuery, languageIn, type SharedAddress } from './cache-address.ts';

export interface PublicPages {
  /** The answer from memory, or the word that there is no time now; undefined when it has to be made. */
  atOnce(request: Request, env: AppEnv['Bindings'] | undefined): Response | undefined;
  /** The address as one that is the same for everybody; undefined when it is not, or may not be. */
  shared(request: Request): SharedAddress | undefined;
  /**
   * The page for everybody, from memory or newly made.
   * @param render makes it for nobody in particular
   * @returns undefined when the page turned out not to be for everybody
   */
  answer(request: Request, shared: SharedAddress, render: Render): Promise<Response | undefined>;
}

type Render = () => Promise<{ answer: Response; pattern: string }>;

interface Parts {
  house: House;
  build: ServerBuild;
  cache: PublicCache;
  revision: RevisionWatch;
  origins: Origins;
  lane: Lane;
  count: AnswerCount;
  /** Paths that answer for themselves, from memory. */
  isFile(path: string): boolean;
}

/** Pages that are the same for all who read their language: made once at each revision of the content. */
export function createPublicPages(parts: Parts): PublicPages {
  const { house, cache, revision, origins, lane, count } = parts;
  const mannerOf = readRouteManners(parts.build.routes);
  const busyPage = prepareBusyPages(house.translators, lane.retryAfter);
  const { publicUrl } = house.config;
  const ownHost = publicUrl === undefined ? undefined : new URL(publicUrl).host;

  function shared(request: Request): SharedAddress | undefined {
    if (!isWholeLook(request)) return undefined;
    const { origin, path, search } = partsOf(request.url);
    if (!isSharedPath(path) || parts.isFile(path) || !isForReaders(request)) return undefined;
    const manner = mannerOf(path);
    if (!manner.shared) return undefined;
    const said = languageIn(path);
    const language = said ?? negotiate(request);
    const target = path + keptQuery(search, manner.parameters);
    const isForeignHost = ownHost !== undefined && !origin.endsWith(`//${ownHost}`);
    return {
      key: said === undefined ? `${origin}${target} ${language}` : origin + target,
      target,
      language,
      saysLanguage: said !== undefined,
      isOneOfMany: target.length > path.length || isForeignHost || isLarge(path),
    };
  }

  /** Where origins are set apart, pages for readers stand at theirs alone. */
  function isForReaders({ url, headers }: Request): boolean {
    if (origins.isOne) return true;
    const side = origins.sideOf(new URL(url).host, headers.get('x-forwarded-for') !== null);
    return side === 'public' || side === 'all';
  }

  function negotiate(request: Request): string {
    const url = origins.seen(request.url);
    return readingLanguage(request, url, openCookieJar(request.headers.get('cookie'), url), publicActor);
  }

  return {
    shared,
    atOnce(request, env) {
      if (!isWholeLook(request) || saysWhoAsks(request)) return undefined;
      const known = revision.current();
      // An address that is written as it is kept is its own key: nothing has to be read out of it.
      const quick = known === undefined ? undefined : cache.find(request.url, known);
      if (quick) return send(quick, request, env, count);
      const address = shared(request);
      const found = address && known !== undefined ? cache.find(address.key, known) : undefined;
      if (found) return send(found, request, env, count);
      if (!lane.isFull) return undefined;
      const old = address && cache.findOld(address.key);
      if (old) return send(old, request, env, count);
      const { path } = partsOf(request.url);
      if (!isSharedPath(path) || parts.isFile(path) || !isForReaders(request)) return undefined;
      count.add('(busy)', 503);
      const { status, headers, body } = busyPage(path, request.headers.get('accept-language'));
      if (!env?.outgoing) return new Response(body, { status, headers });
      writeBytes(env.outgoing, status, headers, body);
      return RESPONSE_ALREADY_SENT;
    },
    async answer(request, address, render) {
      const asking = askingOf(request);
      const known = await revision.fresh();
      const found = known === undefined ? undefined : cache.find(address.key, known);
      if (found) return answerWith(found, asking);
      try {
        const { kept, passing } = await cache.make(address.key, known, address.isOneOfMany, async () => {
          const { answer, pattern } = await render();
          return judge(answer, pattern, address, origins.seen(request.url));
        });
        if (kept) return answerWith(kept, asking);
        if (!passing) return undefined;
        const old = passing.status >= 500 ? cache.findOld(address.key) : undefined;
        return old ? answerWith(old, asking) : new Response(passing.body, passing);
      } catch (error) {
        // Yesterday's page helps more than none, while the database is away or too many ask.
        const old = cache.findOld(address.key);
        if (old) return answerWith(old, asking);
        throw error;
      }
    },
  };
}

/** A look at a whole answer, not at a piece of it. */
const isWholeLook = ({ method, headers }: Request): boolean =>
  (method === 'GET' || method === 'HEAD') && headers.get('range') === null;

/** Somebody with a session, or one who left: for both it has to be looked up what they may see. */
function saysWhoAsks({ headers }: Request): boolean {
  const cookie = headers.get('cookie');
  return cookie !== null && (cookie.includes('serai=') || cookie.includes('serai-left='));
}

function partsOf(url: string): { origin: string; path: string; search: string } {
  const start = url.indexOf('/', url.indexOf('://') + 3);
  const query = url.indexOf('?', start);
  const end = query === -1 ? url.length : query;
  return { origin: url.slice(0, start), path: url.slice(start, end), search: url.slice(end) };
}

function askingOf({ method, headers }: Request): Asking {
  return {
    method,
    acceptEncoding: headers.get('accept-encoding'),
    ifNoneMatch: headers.get('if-none-match'),
    userAgent: headers.get('user-agent'),
  };
}

function send(
  kept: KeptAnswer,
  request: Request,
  env: AppEnv['Bindings'] | undefined,
  count: AnswerCount,
): Response {
  const asking = askingOf(request);
  if (!env?.outgoing) {
    const answer = answerWith(kept, asking);
    count.add(kept.pattern, answer.status);
    return answer;
  }
  count.add(kept.pattern, writeTo(env.outgoing, kept, asking));
  return RESPONSE_ALREADY_SENT;
}

/** Headers of a page that are its own; all others are the same for every page. */
const ownHeaders = ['Content-Type', 'Content-Disposition', 'Content-Security-Policy', 'Link', 'X-Robots-Tag'];
/**
 * Browsers keep the page and ask each time whether it still stands, so that leaving and changes take effect at once.
 * Machines between may keep it in the same way.
 */
const askAgain = 'no-cache';

async function judge(
  answer: Response,
  pattern: string,
  { language, saysLanguage }: SharedAddress,
  { protocol, hostname }: URL,
): Promise<Made> {
  const said = answer.headers.get('cache-control') ?? '';
  if (answer.headers.has('set-cookie')) return {};
  if (answer.status !== 200) {
    const body = new Uint8Array(await answer.arrayBuffer());
    return { passing: { status: answer.status, headers: [...answer.headers], body } };
  }
  if (said.includes('no-store')) return {};
  const headers: Record<string, string> = { ...alwaysHeaders };
  for (const name of ownHeaders) {
    const value = answer.headers.get(name);
    if (value !== null) headers[name] = value;
  }
  const isPage = headers['Content-Type']?.startsWith('text/html') === true;
  if (isPage) headers['Content-Language'] = language;
  headers['Content-Security-Policy'] ??= barePolicy;
  const isSecure = protocol === 'https:';
  // Over a plain connection browsers do not hear that they shall forget.
  const mayKeep = isSecure || isLoopback(hostname) || !isPage;
  headers['Cache-Control'] = mayKeep ? (said.includes('max-age') ? said : askAgain) : 'no-store';
  // The cookie of leaving among them: after it a kept page is not the answer, not even on Back.
  headers['Vary'] = saysLanguage ? 'Accept-Encoding, Cookie' : 'Accept-Encoding, Cookie, Accept-Language';
  if (isSecure) headers['Strict-Transport-Security'] = strictTransport;
  return { kept: await keepAnswer(new Uint8Array(await answer.arrayBuffer()), headers, pattern) };
}
