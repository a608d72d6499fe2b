import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import type { PageHandle } from '#platform/web/page-handle.ts';
import { useText } from '#platform/web/page-texts.ts';
import { webContext } from '#platform/web/web-context.ts';
import { AskBox } from '../components/ask-box.tsx';
import { DoorTiles } from '../components/door-tiles.tsx';
import { GuideList } from '../components/guide-list.tsx';
import { SearchForm } from '../components/search-form.tsx';
import { SiteFrame } from '../components/site-frame.tsx';
import { guideLink } from '../guide-link.server.ts';
import { openSitePage } from '../open-site-page.server.ts';
import { type FoundGuide, searchGuides } from '../search-guides.server.ts';
import { longestQuery } from '../search-words.ts';

export const handle: PageHandle = { parameters: ['q'] };

export async function loader({ context, params }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const { site, frame } = await openSitePage(web, params.language);
  const text = (web.url.searchParams.get('q') ?? '').slice(0, longestQuery).toWellFormed().trim();
  if (text === '') return { frame, text, own: [], others: [] };
  const { own, others } = await searchGuides(site, web.house.translators, web.language, text);
  const links = (found: FoundGuide[]) =>
    found.flatMap(({ slug, language }) => {
      const guide = site.bySlug.get(slug);
      // A page that was found in another language opens in that language.
      return guide
        ? { ...guideLink(guide, language, true), ...(language !== web.language && { language }) }
        : [];
    });
  return { frame, text, own: links(own), others: links(others) };
}

/** Search that forgives: what was found, what other languages have, and what to do when there is nothing. */
export default function SearchPage() {
  const { frame, text, own, others } = useLoaderData<typeof loader>();
  const t = useText('site');
  const { language } = frame;
  return (
    <SiteFrame frame={frame} title={t('search.title')} path="/search">
      <h1>{t('search.title')}</h1>
      <SearchForm language={language} text={text} />
      {text === '' && <p className="soft">{t('search.hint')}</p>}
      {text !== '' && (
        <>
          <h2>{t('search.found', { count: own.length, text })}</h2>
          {own.length > 0 && <GuideList guides={own} />}
          {others.length > 0 && (
            <section>
              <h2>{t('search.inOther')}</h2>
              <GuideList guides={others} />
            </section>
          )}
        </>
      )}
      {own.length === 0 && (
        <>
          {text !== '' && <p>{t('search.noneNext')}</p>}
          <DoorTiles language={language} />
        </>
      )}
      <AskBox language={language} />
    </SiteFrame>
  );
}
