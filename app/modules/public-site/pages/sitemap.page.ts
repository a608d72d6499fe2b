import type { LoaderFunctionArgs } from 'react-router';
import { notFound } from '#platform/problem.ts';
import { webContext } from '#platform/web/web-context.ts';
import { publishedSite } from '#modules/guides/index.server.ts';
import { siteAddresses, siteLanguages } from '../site-addresses.server.ts';
import { siteMapXml } from '../site-map.ts';
import { siteOrigin } from '../site-origin.server.ts';

/** All addresses of the hub for search engines, in every language of the centre. */
export async function loader({ context }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const site = await publishedSite(web.house);
  if (!site) throw notFound();
  const body = siteMapXml(siteOrigin(web), siteLanguages(site), siteAddresses(site));
  return new Response(body, { headers: { 'Content-Type': 'application/xml; charset=utf-8' } });
}
