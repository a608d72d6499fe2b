import type { ReactNode } from 'react';
import type { PublicSite } from '#modules/centres/index.tsx';
import { GuideArticle, type GuideView } from '#modules/public-site/index.tsx';
import { directionOf } from '#platform/language/interface-languages.ts';
import { PageTextsContext, usePageTexts } from '#platform/web/page-texts.ts';

export interface ReaderViewProps {
  view: GuideView;
  places: readonly PublicSite[];
  /** Of the reader; the person who looks may have another. */
  language: string;
  /** Said by the house above the page, in the language of the person who looks. */
  children?: ReactNode;
}

/** A page drawn as its readers get it, in their language and direction, whoever looks. */
export function ReaderView({ view, places, language, children }: ReaderViewProps) {
  const { translators } = usePageTexts();
  const dir = directionOf(language);
  return (
    <>
      <title>{view.title}</title>
      {children}
      <PageTextsContext value={{ language, dir, translators }}>
        <main id="main" className="wide page" lang={language} dir={dir}>
          <GuideArticle view={view} places={places} />
        </main>
      </PageTextsContext>
    </>
  );
}
