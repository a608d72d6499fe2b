import { createContext, useContext, useMemo } from 'react';
import { type Direction, markLanguage } from '../language/interface-languages.ts';
import type { Translate, Translators } from '../language/translators.ts';

/** The reader's language and the texts in it: all of them on the server, the staff's own in a browser. */
export interface PageTexts {
  language: string;
  dir: Direction;
  translators: Translators;
}

export const PageTextsContext = createContext<PageTexts | undefined>(undefined);

/** @throws outside a page, which is a mistake in the code */
export function usePageTexts(): PageTexts {
  const texts = useContext(PageTextsContext);
  if (!texts) throw new Error('texts are only there inside a page');
  return texts;
}

/** `t` for a namespace of `locales/`, in the reader's language; shared words as `t('common:save')`. */
export function useText(namespace: string): Translate {
  const { language, translators } = usePageTexts();
  return useMemo(() => translators.for(language, namespace), [language, namespace, translators]);
}

/** `lang` and `dir` for the element around a text, if it is not there in the reader's language; keys as `common:save`. */
export function useTextMark(): (key: string) => { lang?: string; dir?: Direction } {
  const { language, translators } = usePageTexts();
  return (key) => markLanguage(translators.languageOf(language, key), language);
}
