import type { ReactNode } from 'react';
import {
  clientTextLanguage,
  directionOf,
  interfaceLanguage,
} from '#platform/language/interface-languages.ts';
import { usePageTexts, useText } from '#platform/web/page-texts.ts';
import type { DecideReading } from './decide-reading.ts';

/** The guide on a public page: in the page's language, or in English, marked as such, where the guide is not in it. */
export function PublicReading({ children }: { children: (reading: DecideReading) => ReactNode }) {
  const { language: pageLanguage, translators } = usePageTexts();
  const site = useText('site');
  const language = clientTextLanguage(pageLanguage);
  const content = children({
    language,
    pageLanguage,
    t: translators.for(language, 'decide'),
    values: translators.for(language, 'guide-body'),
  });
  if (language === pageLanguage) return content;
  return (
    <>
      <p className="mark" data-tone="info">
        <b>{site('guide.fallbackTitle')}</b> {site('guide.fallbackText')}{' '}
        <bdi lang={language}>{interfaceLanguage(language).ownName}</bdi>
      </p>
      <div lang={language} dir={directionOf(language)}>
        {content}
      </div>
    </>
  );
}
