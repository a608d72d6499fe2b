import { codeLists } from '#platform/code-lists/code-lists.ts';
import { countryName, isCountry } from '#platform/code-lists/countries.ts';
import { languageName } from '#platform/code-lists/client-languages.ts';
import type { Translators } from '#platform/language/translators.ts';

export interface LabelReader {
  translators: Translators;
  language: string;
  /** Names of the centre's sites in this language, by id. */
  siteNames: ReadonlyMap<string, string>;
}

const listed = ['channelGroup', 'topic', 'sex', 'ageBand', 'stage'] as const;

/** A category of a table in words. Names of districts stand as they were written down. */
export function categoryLabel(
  dimension: string,
  code: string,
  { translators, language, siteNames }: LabelReader,
): string {
  const t = translators.for(language, 'releases');
  if (code === 'total' || code === 'not_recorded') return t(`category.${code}`);
  const key = dimension === 'nationality' ? `noNationality.${code}` : `${dimension}.${code}`;
  if (translators.has(language, `code-lists:${key}`)) return t(`code-lists:${key}`);
  if (dimension === 'nationality') return countryName(code, language);
  if (dimension === 'language') return languageName(code, language);
  if (dimension === 'site') return siteNames.get(code) ?? t('category.former-site');
  if (dimension === 'corridor') {
    const [from = '', to = ''] = code.split('>');
    const place = (country: string) =>
      isCountry(country) ? countryName(country, language) : t('category.not_recorded');
    return t('category.corridor', { from: place(from), to: place(to) });
  }
  return code;
}

/** Where a category stands among the others: lists in their own order, then by name; what is not known last. */
export function categoryOrder(
  dimension: string,
  reader: LabelReader,
): (one: string, other: string) => number {
  const list = listed.find((name) => name === dimension);
  const codes: readonly string[] = list ? codeLists[list].codes : [];
  const collator = new Intl.Collator(reader.language);
  const rank = (code: string) => {
    if (code === 'total') return 3;
    if (code === 'not_recorded') return 2;
    return codes.includes(code) ? 0 : 1;
  };
  return (one, other) =>
    rank(one) - rank(other) ||
    codes.indexOf(one) - codes.indexOf(other) ||
    collator.compare(categoryLabel(dimension, one, reader), categoryLabel(dimension, other, reader));
}
