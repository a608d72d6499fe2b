import type { LoaderFunctionArgs } from 'react-router';
import { webContext } from '#platform/web/web-context.ts';
import { siteOrigin } from '../site-origin.server.ts';

/** Search engines may read what the public may read. Nothing behind the door is named more than it must be. */
export function loader({ context }: LoaderFunctionArgs) {
  const body = [
    'User-agent: *',
    'Disallow: /staff',
    'Disallow: /setup',
    'Disallow: /leave',
    'Disallow: /*/search',
    '',
    `Sitemap: ${siteOrigin(context.get(webContext))}/sitemap.xml`,
    '',
  ].join('\n');
  return new Response(body, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
}
