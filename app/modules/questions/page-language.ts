import { isInterfaceLanguage } from '#platform/language/interface-languages.ts';

/** Whom the pages in Dari serve as well. */
const readsDari: ReadonlySet<string> = new Set(['prs', 'fa', 'haz']);

/** The language of our pages for somebody who speaks this one: their own, Dari for its neighbours, else English. */
export function pageLanguageOf(spoken: string): string {
  if (readsDari.has(spoken)) return 'fa-AF';
  const own = spoken.split('-')[0];
  return isInterfaceLanguage(spoken) ? spoken : isInterfaceLanguage(own) ? own : 'en';
}

/** The spoken language that a page's readers most likely want their answer in. */
export const spokenLanguageOf = (page: string): string => (page === 'fa-AF' ? 'prs' : page);
