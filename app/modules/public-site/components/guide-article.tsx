import type { ReactNode } from 'react';
import type { PublicSite } from '#modules/centres/index.tsx';
import type { ChecklistCase } from '#modules/guides/index.server.ts';
import { GuideBody } from '#modules/guides/index.tsx';
import { directionOf } from '#platform/language/interface-languages.ts';
import { usePageTexts, useText } from '#platform/web/page-texts.ts';
import type { GuideView } from '../guide-view.ts';
import { CentrePlaces } from './centre-places.tsx';
import { GuideMarks } from './guide-marks.tsx';

interface Props {
  view: GuideView;
  places: readonly PublicSite[];
  /** Checklists show only what this reader needs. */
  readerCase?: ChecklistCase;
  /** Between what the page says in short and its body. */
  children?: ReactNode;
}

/** What a page says. In its own language where it is not the reader's; marks about it are always in the reader's. */
export function GuideArticle({ view, places, readerCase, children }: Props) {
  const t = useText('site');
  const texts = useText('guide-body');
  const { language } = usePageTexts();
  const own = { lang: view.language, dir: directionOf(view.language) };
  const pageHref = (slug: string) => {
    if (slug === 'decide' || slug === 'ask') return `/${language}/${slug}`;
    return view.slugs.includes(slug) ? `/${language}/guides/${slug}` : undefined;
  };
  return (
    <article className="guide">
      <h1 {...own}>{view.title}</h1>
      <GuideMarks view={view} />
      <p className="lead" {...own}>
        {view.summary}
      </p>
      {view.audio && (
        <p>
          {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- what is heard is the text beneath */}
          <audio controls preload="none" src={view.audio} aria-label={t('guide.listen')} />
        </p>
      )}
      {view.hasChecklist && (
        <p className="screen">
          <a className="more" href={`/${language}/checklist/${view.slug}`}>
            {t('guide.myCase')}
          </a>
        </p>
      )}
      {children}
      <GuideBody
        blocks={view.blocks}
        staleBlocks={view.staleBlocks}
        textLanguage={view.language}
        facts={(code) => view.facts[code]}
        pageHref={pageHref}
        centre={<CentrePlaces places={places} />}
        language={language}
        texts={texts}
        {...(readerCase && { readerCase })}
      />
    </article>
  );
}
