import { isClientLanguage, languageName } from '#platform/code-lists/client-languages.ts';
import { countryName } from '#platform/code-lists/countries.ts';
import { formatDay } from '#platform/language/format-date.ts';
import { interfaceLanguage } from '#platform/language/interface-languages.ts';
import { formatNumber } from '#platform/language/numbers.ts';
import type { Translate } from '#platform/language/translators.ts';
import type { WriteCell } from '#platform/tables/table.ts';
import type { Web } from '#platform/web/web-context.ts';

/** What the cells of a list are said in. */
export interface ListWords {
  t: Translate;
  codes: Translate;
  country: (code: string) => string;
  language: (code: string) => string;
}

export const listWords = (web: Web): ListWords => ({
  t: web.t('lists'),
  codes: web.t('code-lists'),
  // A filter comes from the address as well, where anything may be typed.
  country: (code) =>
    /^[A-Z]{2}$/.test(code) ? countryName(code, web.language) : web.t('code-lists')(`noNationality.${code}`),
  language: (code) => (isClientLanguage(code) ? languageName(code, web.language) : code),
});

/** A cell as it is read on the screen; the file has the number or the day itself. */
export function cellText(cell: WriteCell, { language }: Web): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return formatNumber(cell, interfaceLanguage(language));
  if (typeof cell === 'object') return formatDay(cell.date.slice(0, 10), { language }, 'short');
  return String(cell);
}
