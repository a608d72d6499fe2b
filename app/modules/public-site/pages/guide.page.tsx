import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { loadPublicCentre } from '#modules/centres/index.server.ts';
import { notFound } from '#platform/problem.ts';
import { webContext } from '#platform/web/web-context.ts';
import { GuideArticle } from '../components/guide-article.tsx';
import { GuideAside } from '../components/guide-aside.tsx';
import { SiteFrame } from '../components/site-frame.tsx';
import { guideView } from '../guide-view.server.ts';
import { blockQuotes } from '#modules/guides/index.server.ts';
import { openSitePage } from '../open-site-page.server.ts';
import { siteOrigin } from '../site-origin.server.ts';

export async function loader({ context, params }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const { site, frame } = await openSitePage(web, params.language);
  const guide = site.bySlug.get(params.slug ?? '');
  if (!guide) throw notFound();
  const reader = { language: web.language, origin: siteOrigin(web), t: web.t('site') };
  const view = guideView(site, guide, reader);
  const centre = blockQuotes(view.blocks).centre
    ? await loadPublicCentre(web.house, web.language)
    : undefined;
  return { frame, view, places: centre?.sites ?? [] };
}

/** A page of the hub: what it says in short, what it says, how fresh it is, whom to ask. */
export default function GuidePage() {
  const { frame, view, places } = useLoaderData<typeof loader>();
  const path = `/guides/${view.slug}`;
  return (
    <SiteFrame frame={frame} title={view.title} path={path} crumbs={view.crumbs}>
      <link rel="alternate" type="application/ld+json" href={`/${frame.language}${path}/data.json`} />
      <GuideArticle view={view} places={places} />
      <GuideAside view={view} language={frame.language} />
    </SiteFrame>
  );
}
