import type { Translators } from '#platform/language/translators.ts';
import { directionOf } from '#platform/language/interface-languages.ts';

/** Minutes for which the public pages stay empty in a browser that left. */
export const awayMinutes = 10;
export const leftMarker = 'serai-left';
/** Asked for by the page that is shown after leaving; see `wipeAgain`. */
export const wipePath = '/leave/dot.svg';
const wipe = '"cache", "storage"';

/**
 * The page that is shown after leaving and, while the marker lasts, instead of every public page: it looks like
 * nothing in particular. Cached copies are wiped with it; the session of staff on the same device is not.
 */
export function neutralPage(translators: Translators, language: string, leaving: boolean): Response {
  const t = translators.for(language, 'public');
  const body = `<!doctype html><html lang="${language}" dir="${directionOf(language)}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><link rel="icon" href="data:,"><title>${t('leave.neutralTitle')}</title><p>${t('leave.neutralText')}</p>${leaving ? `<img src="${wipePath}" alt="" width="1" height="1">` : ''}</html>`;
  const headers = new Headers({
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
    'Content-Security-Policy':
      "default-src 'none'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    Vary: 'Cookie, Accept-Language',
  });
  if (leaving) headers.set('Clear-Site-Data', wipe);
  return new Response(body, { headers });
}

/**
 * An empty picture with the word to forget once more. A browser puts the page that was just left aside for Back only
 * after it has heard the word the first time; by now it has, and lets it go.
 */
export function wipeAgain(): Response {
  const headers = { 'Content-Type': 'image/svg+xml', 'Cache-Control': 'no-store', 'Clear-Site-Data': wipe };
  return new Response('<svg xmlns="http://www.w3.org/2000/svg"/>', { headers });
}
