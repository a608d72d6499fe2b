import { Hono } from 'hono';
import { expect, it } from 'vitest';
import type { AppEnv } from './app-env.ts';
import { securityHeaders } from './security-headers.server.ts';

const app = new Hono<AppEnv>();
app.use((c, next) => {
  c.set('url', new URL(c.req.url));
  return next();
});
app.use(securityHeaders);
app.all('*', (c) => c.text('', c.req.query('status') === '302' ? 302 : 200));

const framing = async (path: string, method = 'GET') => {
  const { headers } = await app.fetch(new Request(`https://a.example${path}`, { method }));
  return [
    /frame-ancestors '\w+'/.exec(headers.get('content-security-policy') ?? '')?.[0],
    headers.get('x-frame-options'),
  ];
};

it.each([
  ['/en', 'GET'],
  ['/staff', 'GET'],
  ['/staff/people/a/preview', 'GET'],
  ['/staff/guides/a', 'GET'],
  ['/staff/guides/a/preview/b', 'GET'],
  ['/staff/guides/../people/preview', 'GET'],
  ['/staff/guides/a/preview', 'POST'],
  ['/staff/guides/a/preview?status=302', 'GET'],
  ['/en/staff/guides/a/preview', 'GET'],
])('lets nobody frame %s (%s)', async (path, method) => {
  expect(await framing(path, method)).toEqual(["frame-ancestors 'none'", 'DENY']);
});

it('lets our own pages frame the preview of a page', async () => {
  expect(await framing('/staff/guides/a-page/preview')).toEqual(["frame-ancestors 'self'", 'SAMEORIGIN']);
});

it('keeps a secure connection secure', async () => {
  const { headers } = await app.fetch(new Request('https://a.example/'));
  expect(headers.get('strict-transport-security')).toBe('max-age=31536000');
});
