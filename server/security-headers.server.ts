import type { MiddlewareHandler } from 'hono';
import { barePolicy } from '#platform/web/content-policy.server.ts';
import { alwaysHeaders } from './always-headers.ts';
import type { AppEnv } from './app-env.ts';

export const strictTransport = 'max-age=31536000';

/** Headers of every answer. A page brings its own content security policy; whatever brings none may load nothing. */
export const securityHeaders: MiddlewareHandler<AppEnv> = async (c, next) => {
  await next();
  const { headers } = c.res;
  for (const [name, value] of Object.entries(alwaysHeaders)) {
    // Uploads of an origin of their own say themselves who may show them.
    if (c.get('side') !== 'files' || !headers.has(name)) headers.set(name, value);
  }
  if (!headers.has('Content-Security-Policy')) headers.set('Content-Security-Policy', barePolicy);
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store');
  if (isPreview(c.req.method, c.res.status, c.get('url').pathname)) {
    const policy = headers.get('Content-Security-Policy') ?? barePolicy;
    headers.set(
      'Content-Security-Policy',
      policy.replace("frame-ancestors 'none'", "frame-ancestors 'self'"),
    );
    headers.set('X-Frame-Options', 'SAMEORIGIN');
  }
  if (c.get('url').protocol === 'https:') headers.set('Strict-Transport-Security', strictTransport);
};

/**
 * An editor sees a page at the size of a phone in a frame of their own screen. Nothing else of the house may be framed,
 * by nobody; so what stands at this address shows, and has nothing to press.
 */
function isPreview(method: string, status: number, pathname: string): boolean {
  return method === 'GET' && status === 200 && /^\/staff\/guides\/[\w-]+\/preview$/.test(pathname);
}
