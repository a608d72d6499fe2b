import { clientLanguages } from '#platform/language/interface-languages.ts';
import { scriptLanguageOf } from './script-language.ts';

/** In which language something is printed for a person: as asked for, else the first of theirs that we print in. */
export function printLanguage(url: URL, spoken: readonly string[]): string {
  const asked = url.searchParams.get('lang');
  return asked !== null && clientLanguages.includes(asked) ? asked : scriptLanguageOf(spoken);
}
