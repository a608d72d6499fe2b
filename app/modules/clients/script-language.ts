import { scriptLanguages } from './consent.ts';

/** The script for a language that a person speaks: Dari for those who speak Dari, Persian, Hazaragi or Tajik, else English. */
export function scriptLanguageOf(spoken: readonly string[]): (typeof scriptLanguages)[number] {
  for (const language of spoken) {
    const found = scriptLanguages.find(
      (code) => code === language || (code === 'fa-AF' && ['prs', 'fa', 'haz', 'tg'].includes(language)),
    );
    if (found) return found;
  }
  return 'en';
}
