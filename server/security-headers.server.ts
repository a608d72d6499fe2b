import type { MiddlewareHandler } from 'hono';
import { barePolicy } from '#platform/web/content-policy.server.ts';
import type { AppEnv } from './app-env.ts';

/** What every answer carries, whatever it is. */
export const alwaysHeaders: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  // Under `no-referrer` browsers send `Origin: null` with forms, and the write check refuses them.
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
};

export const strictTransport = 'max-age=31536000';

/** Headers of every answer. A page brings its own content security policy; whatever brings none may load nothing. */
export const securityHeaders: MiddlewareHandler<AppEnv> = async (c, next) => {
  await next();
  const { headers } = c.res;
  for (const [name, value] of Object.entries(alwaysHeaders)) headers.set(name, value);
  if (!headers.has('Content-Security-Policy')) headers.set('Content-Security-Policy', barePolicy);
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store');
  if (c.get('url').protocol === 'https:') headers.set('Strict-Transport-Security', strictTransport);
};
