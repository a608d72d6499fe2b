import { interfaceLanguage } from '#platform/language/interface-languages.ts';
import { formatNumber } from '#platform/language/numbers.ts';
import type { Translate } from '#platform/language/translators.ts';

/** In which language a guide is read: the page's own, or the client's beside a counsellor. */
export interface DecideReading {
  language: string;
  /** In which language the pages open that it leads to: the visitor's own, even where the guide is in English. */
  pageLanguage: string;
  /** Texts of `decide`. */
  t: Translate;
  /** Texts of `guide-body`, in which values of facts are written. */
  values: Translate;
}

/** A decimal string in the digits of the language, with its currency; a minus stands before what is lacking. */
export function money(amount: string, currency: string, { language, values }: DecideReading): string {
  return values('money', { currency, shown: plain(amount, language) });
}

/** At most two decimal places: shares of a loan do not need more. */
export function plain(amount: string, language: string): string {
  return formatNumber(Number(amount), interfaceLanguage(language), { maximumFractionDigits: 2 });
}
