import { cleanText } from './clean-text.ts';
import type { DocumentLanguage } from './document-language.ts';

/**
 * Digits and calendar follow the reader: Solar Hijri with Afghan month names in Dari, Gregorian elsewhere.
 * Arabic is pinned to Arabic-Indic digits, because the bare tag leaves them to the machine.
 */
const dateLocales: Record<DocumentLanguage, string> = {
  en: 'en-GB',
  ar: 'ar-u-nu-arab-ca-gregory',
  'fa-AF': 'fa-AF-u-nu-arabext-ca-persian',
  ur: 'ur-u-nu-latn-ca-gregory',
  bn: 'bn-u-nu-beng-ca-gregory',
  ps: 'ps-u-nu-arabext-ca-persian',
  tg: 'tg-u-nu-latn-ca-gregory',
  ckb: 'ckb-u-nu-arab-ca-gregory',
  fr: 'fr-u-nu-latn-ca-gregory',
  am: 'am-u-nu-latn-ca-gregory',
};

/**
 * A day `YYYY-MM-DD` in words. In Dari the Gregorian day follows in brackets, as both are in daily use.
 * Text that is not a date comes back cleaned, so that a wrong value is seen and not hidden.
 */
export function formatDocumentDate(
  day: string,
  language: DocumentLanguage,
  length: 'long' | 'short' = 'long',
): string {
  const instant = /^\d{4}-\d{2}-\d{2}$/.test(day) ? new Date(`${day}T12:00:00Z`) : undefined;
  if (!instant || Number.isNaN(instant.getTime())) return cleanText(day, 40);
  const style: Intl.DateTimeFormatOptions = {
    dateStyle: length === 'long' ? 'long' : 'medium',
    timeZone: 'UTC',
  };
  const own = new Intl.DateTimeFormat(dateLocales[language], style).format(instant);
  if (language !== 'fa-AF' || length === 'short') return own;
  const gregorian = new Intl.DateTimeFormat('fa-AF-u-nu-arabext-ca-gregory', style).format(instant);
  return `${own} (${gregorian})`;
}

/** Western digits of a text in the reader's own digits, for a second look beside the original. */
export function inOwnDigits(text: string, language: DocumentLanguage): string {
  const digits = new Intl.NumberFormat(dateLocales[language], { useGrouping: false });
  return text.replace(/\d/g, (digit) => digits.format(Number(digit)));
}
