import type { Translators } from '#platform/language/translators.ts';
import { directionOf } from '#platform/language/interface-languages.ts';

/** Minutes for which the public pages stay empty in a browser that left. */
export const awayMinutes = 10;
export const leftMarker = 'serai-left';

/**
 * The page that is shown after leaving and, while the marker lasts, instead of every public page: it looks like
 * nothing in particular. Cached copies are wiped with it; the session of staff on the same device is not.
 */
export function neutralPage(translators: Translators, language: string, leaving: boolean): Response {
  const t = translators.for(language, 'public');
  const body = `<!doctype html><html lang="${language}" dir="${directionOf(language)}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><link rel="icon" href="data:,"><title>${t('leave.neutralTitle')}</title><p>${t('leave.neutralText')}</p></html>`;
  const headers = new Headers({
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
    'Content-Security-Policy':
      "default-src 'none'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    Vary: 'Cookie, Accept-Language',
  });
  if (leaving) headers.set('Clear-Site-Data', '"cache", "storage"');
  return new Response(body, { headers });
}
