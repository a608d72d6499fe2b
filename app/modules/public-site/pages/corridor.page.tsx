import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { notFound } from '#platform/problem.ts';
import { useText } from '#platform/web/page-texts.ts';
import { webContext } from '#platform/web/web-context.ts';
import { AskBox } from '../components/ask-box.tsx';
import { GuideList } from '../components/guide-list.tsx';
import { Pictogram } from '../components/pictogram.tsx';
import { SiteFrame } from '../components/site-frame.tsx';
import { corridorParts } from '../corridor-parts.server.ts';
import { corridorLinks } from '../home-view.server.ts';
import { openSitePage } from '../open-site-page.server.ts';

export async function loader({ context, params }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const { site, frame } = await openSitePage(web, params.language);
  const corridor = corridorLinks(site, web.language).find(({ pair }) => pair === params.pair);
  if (!corridor) throw notFound();
  return { frame, corridor, parts: corridorParts(site, corridor.pair, web.language) };
}

/** One way from country to country, from the first thought to coming home. */
export default function CorridorPage() {
  const { frame, corridor, parts } = useLoaderData<typeof loader>();
  const t = useText('site');
  const { language } = frame;
  const title = t('corridor.title', { from: corridor.from, to: corridor.to });
  return (
    <SiteFrame frame={frame} title={title} path={`/corridors/${corridor.pair}`}>
      <h1>{title}</h1>
      <p className="lead">{t('corridor.lead')}</p>
      <nav className="jump" aria-label={title}>
        {parts.map(({ group }) => (
          <a key={group} href={`#${group}`}>
            {t(`corridor.group.${group}`)}
          </a>
        ))}
      </nav>
      {parts.map(({ group, guides }) => (
        <section key={group} id={group}>
          <h2>{t(`corridor.group.${group}`)}</h2>
          {guides.length > 0 && <GuideList guides={guides} />}
          {guides.length === 0 && <p>{t('corridor.askUs')}</p>}
          {group === 'costs' && (
            <ul className="tiles" data-live="">
              <li>
                <a className="tile" href={`/${language}/costs/${corridor.pair}`}>
                  <Pictogram name="coins" />
                  <span>
                    <b>{t('home.costs')}</b>
                  </span>
                </a>
              </li>
            </ul>
          )}
        </section>
      ))}
      <AskBox language={language} />
    </SiteFrame>
  );
}
