import { ownLanguageName } from '#platform/code-lists/client-languages.ts';
import { spokenLanguageOf } from './page-language.ts';

/** In which language an answer may come, named in its own script: that of the page first, then what is spoken here. */
export function languageChoices(
  page: string,
  centre: { pageLanguages: readonly string[]; spokenLanguages: readonly string[] } | undefined,
): { code: string; name: string }[] {
  const codes = [
    spokenLanguageOf(page),
    ...(centre?.spokenLanguages ?? []),
    ...(centre?.pageLanguages ?? []).map(spokenLanguageOf),
  ];
  return [...new Set(codes)].map((code) => ({ code, name: ownLanguageName(code) }));
}
