import { directionOf } from '#platform/language/interface-languages.ts';
import type { Translators } from '#platform/language/translators.ts';
import type { Problem } from '#platform/problem.ts';
import { contentPolicy } from '#platform/web/content-policy.server.ts';
import { type DescribedProblem, describeProblem } from '#platform/web/describe-problem.server.ts';
import { publicStyle } from '#platform/web/public-style.server.ts';

/** A problem met before any page could run: as a small page for people, as problem+json for programs. */
export function problemResponse(
  translators: Translators,
  language: string,
  problem: Problem,
  asked: { requestId: string; pathname: string; accept: string },
): Response {
  const described = describeProblem(translators, language, problem, asked.requestId);
  const headers = new Headers({ 'Cache-Control': 'no-store' });
  if (described.retryAfter !== undefined) headers.set('Retry-After', String(described.retryAfter));
  const forPeople = asked.accept.includes('text/html') && !/^\/api\/|\.data$/.test(asked.pathname);
  if (!forPeople) {
    headers.set('Content-Type', 'application/problem+json');
    return new Response(JSON.stringify(described), { status: problem.status, headers });
  }
  headers.set('Content-Type', 'text/html; charset=utf-8');
  headers.set('Content-Security-Policy', contentPolicy({ half: 'public', scripts: false }, ''));
  const way = problem.code === 'house.sealed' ? wayIn(translators, language, asked.pathname) : '';
  return new Response(pageOf(described, language, way), { status: problem.status, headers });
}

/** The one thing to do about a sealed house; nothing for a visitor of the public half to be sent to. */
function wayIn(translators: Translators, language: string, pathname: string): string {
  if (!/^\/staff(\/|\.|$)/.test(pathname)) return '';
  const words = translators.for(language, 'common')('problem.house.sealed.way');
  return `<p><a href="/staff/unlock-house">${escape(words)}</a></p>`;
}

function pageOf(
  { title, next, lang, status, requestId }: DescribedProblem,
  asked: string,
  way: string,
): string {
  const language = lang ?? asked;
  const number = status >= 500 ? `<p class="soft"><bdi>${escape(requestId)}</bdi></p>` : '';
  return `<!doctype html><html lang="${language}" dir="${directionOf(language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><link rel="icon" href="data:,"><title>${escape(title)}</title><style>${publicStyle}</style></head><body><main class="problem"><h1>${escape(title)}</h1><p>${escape(next)}</p>${way}${number}</main></body></html>`;
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
