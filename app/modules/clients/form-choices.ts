import { clientLanguagesOf, languageName } from '#platform/code-lists/client-languages.ts';
import { listCountries } from '#platform/code-lists/countries.ts';
import type { Option } from '#ui/option.ts';

/** Countries and languages to choose from, named in the reader's language. */
export interface FormChoices {
  countries: Option[];
  /** The centre's own first. */
  languages: Option[];
}

/** Made in the loader: a browser's own names of countries differ from the server's, and so would their order. */
export function formChoices(
  reader: string,
  offered: { country: string; clientLanguages: readonly string[] },
): FormChoices {
  const spoken = [...new Set([...offered.clientLanguages, ...clientLanguagesOf(offered.country)])];
  return {
    countries: listCountries(reader, [offered.country]).map(({ code, name }) => ({
      value: code,
      label: name,
    })),
    languages: spoken.map((code) => ({ value: code, label: languageName(code, reader) })),
  };
}
