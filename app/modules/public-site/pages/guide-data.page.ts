import type { LoaderFunctionArgs } from 'react-router';
import { notFound } from '#platform/problem.ts';
import { webContext } from '#platform/web/web-context.ts';
import { openSitePage } from '../open-site-page.server.ts';
import { siteOrigin } from '../site-origin.server.ts';
import { structuredData } from '../structured-data.server.ts';

/** The page for machines. It stands at an address of its own, because pages carry no script, not even data. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const { site, frame } = await openSitePage(web, params.language);
  const guide = site.bySlug.get(params.slug ?? '');
  if (!guide) throw notFound();
  const data = structuredData(site, guide, {
    language: web.language,
    origin: siteOrigin(web),
    publisher: frame.centreName,
    t: web.t('guide-body'),
  });
  return new Response(JSON.stringify(data), {
    headers: { 'Content-Type': 'application/ld+json; charset=utf-8' },
  });
}
