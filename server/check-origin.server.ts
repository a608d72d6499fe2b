import { Problem } from '#platform/problem.ts';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses a write that another site's page set off. Browsers say where a write comes from (Sec-Fetch-Site, Origin);
 * text browsers and scripts say nothing and are let through, but not with a session.
 * @throws Problem `foreign-origin` (403)
 */
export function checkOrigin(request: Request, url: URL, hasSession: boolean): void {
  if (safeMethods.has(request.method)) return;
  const { headers } = request;
  const site = headers.get('sec-fetch-site');
  const origin = headers.get('origin');
  if (site !== null && site !== 'same-origin') throw foreign();
  if (origin !== null && origin !== url.origin) throw foreign();
  if (site === null && origin === null && hasSession && !refersHere(headers.get('referer'), url))
    throw foreign();
}

function refersHere(referer: string | null, url: URL): boolean {
  return referer !== null && URL.canParse(referer) && new URL(referer).origin === url.origin;
}

const foreign = () => new Problem('foreign-origin', 403);
