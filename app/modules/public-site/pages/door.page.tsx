import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { loadPublicCentre } from '#modules/centres/index.server.ts';
import { notFound } from '#platform/problem.ts';
import { useText } from '#platform/web/page-texts.ts';
import { webContext } from '#platform/web/web-context.ts';
import { AskBox } from '../components/ask-box.tsx';
import { CorridorList } from '../components/corridor-list.tsx';
import { GuideList } from '../components/guide-list.tsx';
import { HelpNow } from '../components/help-now.tsx';
import { SiteFrame } from '../components/site-frame.tsx';
import { doorSections, isDoor } from '../door-sections.server.ts';
import { corridorLinks } from '../home-view.server.ts';
import { openSitePage } from '../open-site-page.server.ts';

export async function loader({ context, params }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const { site, frame } = await openSitePage(web, params.language);
  const { door } = params;
  if (!isDoor(door)) throw notFound();
  const centre = door === 'help' ? await loadPublicCentre(web.house, web.language) : undefined;
  return {
    frame,
    door,
    phone: centre?.sites.flatMap((place) => place.phones)[0]?.number,
    sections: doorSections(site, door, web.language),
    corridors: door === 'help' ? [] : corridorLinks(site, web.language),
  };
}

/** Behind a door: the pages for where somebody is, by what they ask. */
export default function DoorPage() {
  const { frame, door, phone, sections, corridors } = useLoaderData<typeof loader>();
  const t = useText('site');
  const { language } = frame;
  const title = t(`door.${door}.title`);
  return (
    <SiteFrame frame={frame} title={title} path={`/doors/${door}`} crumbs={[]}>
      <h1>{title}</h1>
      {door === 'help' ? <HelpNow phone={phone} /> : <p className="lead">{t(`door.${door}.text`)}</p>}
      {corridors.length > 0 && (
        <section>
          <h2>{t('home.corridors')}</h2>
          <CorridorList corridors={corridors} language={language} />
        </section>
      )}
      {sections.length === 0 && corridors.length === 0 && <p>{t('list.empty')}</p>}
      {sections.map(({ section, guides, more }) => (
        <section key={section}>
          <h2>{door === 'help' && section === 'problems' ? t('help.what') : t(`section.${section}`)}</h2>
          <GuideList guides={guides} />
          {more > 0 && (
            <p>
              <a className="more" href={`/${language}/topics/${section}`}>
                {t('list.more', { count: more })}
              </a>
            </p>
          )}
        </section>
      ))}
      <AskBox language={language} />
    </SiteFrame>
  );
}
