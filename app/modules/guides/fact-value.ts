import type { FactView } from '#modules/facts/index.server.ts';
import { formatDay, formatMonth } from '#platform/language/format-date.ts';
import { interfaceLanguage } from '#platform/language/interface-languages.ts';
import { withoutIsolates } from '#platform/language/isolate.ts';
import { formatNumber } from '#platform/language/numbers.ts';
import type { Translate } from '#platform/language/translators.ts';

/** What is needed of a fact to write its value. */
export type FactValue = Pick<FactView, 'kind' | 'value' | 'valueTo' | 'unit' | 'text'>;

/**
 * The value of a fact in words and digits of a language: "PKR 500", "3 to 5 days", "08:00", a number to call. Money
 * carries its ISO 4217 code, because "Rs" means two currencies to one reader. Empty for a rule without a value.
 * @param t texts of the namespace `guide-body`
 */
export function formatFactValue(fact: FactValue, language: string, t: Translate): string {
  if (fact.kind === 'phone') return fact.text ?? '';
  if (fact.kind === 'web') return (fact.text ?? '').replace(/^https?:\/\/(?:www\.)?|\/$/gu, '');
  if (fact.value === undefined || fact.value === '') return fact.text ?? '';
  const from = formatAmount(fact.value, language);
  const isRange = fact.valueTo !== undefined && fact.valueTo !== '' && fact.valueTo !== fact.value;
  const shown = isRange ? t('range', { from, to: formatAmount(fact.valueTo ?? '', language) }) : from;
  // A count of words depends on the last number said: "1 to 3 days".
  const count = Number(isRange ? fact.valueTo : fact.value);
  return withoutIsolates(withUnit(shown, fact.unit, count, t));
}

function withUnit(shown: string, unit: string | undefined, count: number, t: Translate): string {
  if (unit === undefined || unit === '') return shown;
  if (/^[A-Z]{3}$/u.test(unit)) return t('money', { currency: unit, shown });
  return t(`unit.${unit}`, { count, shown });
}

/** A decimal string in the digits of the language, with as many places as it was given. */
function formatAmount(decimal: string, language: string): string {
  const places = /^-?\d{1,15}(?:\.(\d{1,6}))?$/u.exec(decimal);
  if (!places) return decimal;
  const digits = places[1]?.length ?? 0;
  return formatNumber(Number(decimal), interfaceLanguage(language), {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}

/** The day, month or year of a source (`YYYY`, `YYYY-MM`, `YYYY-MM-DD`) as its own calendar has it; other text stays. */
export function formatSourceDate(date: string, language: string): string {
  const reader = { language, calendar: 'gregory' } as const;
  if (/^\d{4}$/u.test(date)) return formatNumber(Number(date), interfaceLanguage(language));
  if (/^\d{4}-(?:0[1-9]|1[0-2])$/u.test(date)) return formatMonth(`${date}-01`, reader);
  const isDay = /^\d{4}-\d{2}-\d{2}$/u.test(date) && !Number.isNaN(Date.parse(date));
  return isDay ? formatDay(date, reader) : date;
}
