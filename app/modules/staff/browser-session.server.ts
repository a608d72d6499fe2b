import { newToken } from '#platform/house.server.ts';
import { Problem } from '#platform/problem.ts';
import { isLoopback } from '#platform/web/cookie-jar.server.ts';
import type { Web } from '#platform/web/web-context.ts';

const deviceDays = 400;
const deviceShape = /^[A-Za-z0-9_-]{43}$/;

/** The browser's own secret: what it kept, or a new one for it to keep after a right sign-in. */
export function deviceTokenOf(web: Web): string {
  const kept = web.cookies.get('serai-device');
  return kept !== undefined && deviceShape.test(kept) ? kept : newToken();
}

/** @throws Problem `session.insecure` where a session would travel in clear: ask before checking any secret */
export function requireSafeLine(web: Web): void {
  if (web.url.protocol !== 'https:' && !isLoopback(web.url.hostname))
    throw new Problem('session.insecure', 403);
}

/** Keeps the session in the browser, and the browser's secret for next time. */
export function enterBrowser(
  web: Web,
  session: { token: string; expiresAt: string },
  deviceToken: string,
): void {
  web.cookies.setSession(session.token, new Date(session.expiresAt));
  web.cookies.set('serai-device', deviceToken, deviceDays * 24 * 3600);
}
