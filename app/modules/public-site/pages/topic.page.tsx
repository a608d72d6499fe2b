import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { notFound } from '#platform/problem.ts';
import { useText } from '#platform/web/page-texts.ts';
import { webContext } from '#platform/web/web-context.ts';
import { AskBox } from '../components/ask-box.tsx';
import { GuideList } from '../components/guide-list.tsx';
import { SiteFrame } from '../components/site-frame.tsx';
import { openSitePage } from '../open-site-page.server.ts';
import { isSection, topicGroups } from '../topic-groups.server.ts';

export async function loader({ context, params }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const { site, frame } = await openSitePage(web, params.language);
  const { section } = params;
  if (!isSection(section)) throw notFound();
  return { frame, section, groups: topicGroups(site, section, web.language) };
}

/** All pages of a section: first those for everyone, then those for one way from country to country. */
export default function TopicPage() {
  const { frame, section, groups } = useLoaderData<typeof loader>();
  const t = useText('site');
  const title = t(`section.${section}`);
  return (
    <SiteFrame frame={frame} title={title} path={`/topics/${section}`}>
      <h1>{title}</h1>
      {groups.length === 0 && <p>{t('list.empty')}</p>}
      {groups.map(({ corridor, guides }) => (
        <section key={corridor?.pair ?? ''}>
          {corridor && (
            <h2>
              <a href={`/${frame.language}/corridors/${corridor.pair}`}>
                {t('corridor.title', { from: corridor.from, to: corridor.to })}
              </a>
            </h2>
          )}
          <GuideList guides={guides} />
        </section>
      ))}
      <AskBox language={frame.language} />
    </SiteFrame>
  );
}
