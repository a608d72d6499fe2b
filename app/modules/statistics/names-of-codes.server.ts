import { languageName } from '#platform/code-lists/client-languages.ts';
import { countryName, isCountry } from '#platform/code-lists/countries.ts';
import type { DimensionTable } from './statistics.ts';

/** Names of the countries and languages that a page shows: browsers do not know them in every language. */
export function namesOfCodes(tables: readonly DimensionTable[], language: string): Record<string, string> {
  const names: Record<string, string> = {};
  for (const { dimension, rows } of tables) {
    for (const { code } of rows) {
      if (dimension === 'language') names[`language.${code}`] = languageName(code, language);
      if (dimension !== 'nationality' && dimension !== 'corridor') continue;
      for (const country of code.split('>'))
        if (isCountry(country)) names[`country.${country}`] = countryName(country, language);
    }
  }
  return names;
}
