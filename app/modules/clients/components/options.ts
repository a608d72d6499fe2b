import { languageName } from '#platform/code-lists/client-languages.ts';
import { listCountries } from '#platform/code-lists/countries.ts';
import type { Translate } from '#platform/language/translators.ts';
import type { Option } from '#ui/option.ts';

/** The codes of a list as options. `codes` is `t` of the `code-lists` namespace. */
export const codeOptions = (codes: Translate, list: string, values: readonly string[]): Option[] =>
  values.map((value) => ({ value, label: codes(`${list}.${value}`) }));

export const countryOptions = (language: string, first: readonly string[] = []): Option[] =>
  listCountries(language, first).map(({ code, name }) => ({ value: code, label: name }));

export const languageOptions = (language: string, spoken: readonly string[]): Option[] =>
  [...new Set(spoken)].map((code) => ({ value: code, label: languageName(code, language) }));
