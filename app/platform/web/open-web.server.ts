import type { Actor } from '../actor.ts';
import type { House } from '../house.server.ts';
import { directionOf, publicLanguages, staffLanguages } from '../language/interface-languages.ts';
import { negotiateLanguage } from '../language/negotiate-language.ts';
import { execute } from '../operations/execute.server.ts';
import { read } from '../operations/read.server.ts';
import type { CookieJar } from './cookie-jar.server.ts';
import type { Web } from './web-context.ts';

export interface WebRequest {
  house: House;
  actor: Actor;
  request: Request;
  /** The public address: behind a proxy that ends TLS it differs from the request's own. */
  url: URL;
  cookies: CookieJar;
  nonce: string;
  requestId: string;
  address: string | undefined;
  /** By `performance.now()`: after it the asker was told that it takes too long. */
  deadline: number;
}

/** Everything a loader or action needs to know of the request. */
export function openWeb(given: WebRequest): Web {
  const { house, actor, request, url, cookies, nonce, requestId, address, deadline } = given;
  const language = readingLanguage(request, url, cookies, actor);
  const answers = new Map<string, Promise<unknown>>();
  return {
    house,
    actor,
    language,
    nonce,
    requestId,
    url,
    address,
    deadline,
    cookies,
    dir: directionOf(language),
    t: (namespace) => house.translators.for(language, namespace),
    read: askedOnce((query, params) => read(house, query, actor, params, { deadline }), answers),
    async execute(operation, input, options) {
      // What was read before a write is not what stands there afterwards.
      answers.clear();
      try {
        return await execute(house, operation, actor, input, { ...options, deadline });
      } finally {
        answers.clear();
      }
    },
  };
}

/**
 * Frame, page and parts of one request may ask the same: it is answered once and leaves one row in the record of who looked,
 * because one person looked once.
 */
function askedOnce(ask: Web['read'], answers: Map<string, Promise<unknown>>): Web['read'] {
  return ((query, params) => {
    const asked = `${query.name} ${JSON.stringify(params)}`;
    const answer = answers.get(asked) ?? ask(query, params);
    answers.set(asked, answer);
    return answer;
  }) as Web['read'];
}

/** In the order of how plainly the reader asked for it: this address, this browser, this person, any browser. */
export function readingLanguage(request: Request, url: URL, cookies: CookieJar, actor: Actor): string {
  const isStaffHalf = /^\/(staff|setup)(\/|\.|$)/.test(url.pathname);
  const offered = isStaffHalf ? staffLanguages : publicLanguages;
  const inPath = isStaffHalf ? undefined : url.pathname.split('/')[1]?.replace(/\.data$/, '');
  const asked = [inPath, url.searchParams.get('lang'), cookies.get('serai-language'), actor.language];
  return (
    asked.find((code) => typeof code === 'string' && offered.includes(code)) ??
    negotiateLanguage(request.headers.get('accept-language'), offered)
  );
}
