import type { LoaderFunctionArgs } from 'react-router';
import { webContext } from '#platform/web/web-context.ts';
import { atomFeed } from '../atom-feed.ts';
import { guideHref } from '../guide-link.server.ts';
import { textFor } from '#modules/guides/index.server.ts';
import { openSitePage } from '../open-site-page.server.ts';
import { siteOrigin } from '../site-origin.server.ts';
import { isHanging } from '../site-notices.server.ts';

const most = 50;

/** What is new: pages and notices, the newest first, in one language. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const { site, frame } = await openSitePage(web, params.language);
  const origin = siteOrigin(web);
  const entries = site.pages
    .filter((guide) => guide.type !== 'notice' || isHanging(guide, site.day))
    .map((guide) => {
      const { title, summary, publishedOn } = textFor(guide, web.language);
      return { href: origin + guideHref(web.language, guide.slug), title, summary, day: publishedOn };
    })
    .toSorted((a, b) => b.day.localeCompare(a.day))
    .slice(0, most);
  const body = atomFeed({
    title: frame.centreName,
    language: web.language,
    self: `${origin}/${web.language}/feed.xml`,
    home: `${origin}/${web.language}`,
    entries,
  });
  return new Response(body, { headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' } });
}
