import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { loadPublicCentre } from '#modules/centres/index.server.ts';
import { publishedSite } from '#modules/guides/index.server.ts';
import { isInterfaceLanguage } from '#platform/language/interface-languages.ts';
import { notFound } from '#platform/problem.ts';
import { useText } from '#platform/web/page-texts.ts';
import { webContext } from '#platform/web/web-context.ts';
import { Logo } from '#ui/logo.tsx';
import { SiteHome } from '../components/site-home.tsx';
import { homeView } from '../home-view.server.ts';

export async function loader({ context, params }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  if (params.language !== undefined && !isInterfaceLanguage(params.language)) throw notFound();
  const [centre, site] = await Promise.all([
    loadPublicCentre(web.house, web.language),
    publishedSite(web.house),
  ]);
  return { home: centre && homeView(centre, site, web) };
}

/** The first page: in which language, where you are on your way, how to reach us. */
export default function PublicHome() {
  const { home } = useLoaderData<typeof loader>();
  return home ? <SiteHome home={home} /> : <NotYetOpen />;
}

function NotYetOpen() {
  const t = useText('public');
  return (
    <main id="main" className="problem">
      <title>{t('notYet.title')}</title>
      <Logo />
      <h1>{t('notYet.title')}</h1>
      <p>{t('notYet.text')}</p>
    </main>
  );
}
