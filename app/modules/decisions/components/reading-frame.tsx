import { type ReactNode, useMemo } from 'react';
import { directionOf } from '#platform/language/interface-languages.ts';
import { createTranslatorsFrom, type Texts } from '#platform/language/translators.ts';
import type { DecideReading } from './decide-reading.ts';

interface Props {
  language: string;
  texts: Texts;
  children: (reading: DecideReading) => ReactNode;
}

/** A part of a page in another language than the page. */
export function ReadingFrame({ language, texts, children }: Props) {
  const reading = useMemo(() => {
    const translators = createTranslatorsFrom(texts);
    return {
      language,
      pageLanguage: language,
      t: translators.for(language, 'decide'),
      values: translators.for(language, 'guide-body'),
    };
  }, [language, texts]);
  return (
    <div lang={language} dir={directionOf(language)}>
      {children(reading)}
    </div>
  );
}
