import { directionOf, publicLanguages } from '#platform/language/interface-languages.ts';
import { negotiateLanguage } from '#platform/language/negotiate-language.ts';
import type { Translators } from '#platform/language/translators.ts';
import { barePolicy } from '#platform/web/content-policy.server.ts';
import { alwaysHeaders } from './always-headers.ts';
import { languageIn } from './cache-address.ts';

export interface BusyPage {
  status: 503;
  headers: Record<string, string>;
  body: Uint8Array<ArrayBuffer>;
}

/**
 * What is said to whom there is no time for, made once for each language: sending somebody away must cost next to
 * nothing, or a flood would be served by the sending away alone.
 */
export function prepareBusyPages(
  translators: Translators,
  retryAfter: number,
): (path: string, acceptLanguage: string | null) => BusyPage {
  const pages = new Map(
    publicLanguages.map((language) => [language, makePage(translators, language, retryAfter)]),
  );
  return (path, acceptLanguage) => {
    const language = languageIn(path) ?? negotiateLanguage(acceptLanguage, publicLanguages);
    return (pages.get(language) ?? pages.get('en')) as BusyPage;
  };
}

function makePage(translators: Translators, language: string, retryAfter: number): BusyPage {
  const t = translators.for(language, 'public');
  const [title, next] = [t('problem.server.busy.title'), t('problem.server.busy.next')];
  const body = new TextEncoder().encode(
    `<!doctype html><html lang="${language}" dir="${directionOf(language)}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><link rel="icon" href="data:,"><title>${title}</title><h1>${title}</h1><p>${next}</p></html>`,
  );
  return {
    status: 503,
    headers: {
      ...alwaysHeaders,
      'Content-Security-Policy': `${barePolicy}; img-src data:`,
      'Cache-Control': 'no-store',
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Length': String(body.length),
      'Retry-After': String(retryAfter),
    },
    body,
  };
}
