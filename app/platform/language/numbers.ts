import { toAsciiDigits } from './digits.ts';
import type { Digits, InterfaceLanguage } from './interface-languages.ts';

type NumberLanguage = Pick<InterfaceLanguage, 'code'> & { digits: Digits };

const formats = new Map<string, Intl.NumberFormat>();

/** A number in the language's digits; four-digit numbers stay ungrouped so that they may be years. */
export function formatNumber(
  value: number,
  { code, digits }: NumberLanguage,
  options: Intl.NumberFormatOptions = {},
): string {
  const id = JSON.stringify([code, digits, options]);
  let format = formats.get(id);
  if (format === undefined) {
    format = new Intl.NumberFormat(code, { numberingSystem: digits, useGrouping: 'min2', ...options });
    formats.set(id, format);
  }
  return format.format(value);
}

/** A whole number as somebody typed it, in any script, or undefined. Accepts grouping marks. */
export function parseWholeNumber(text: string): number | undefined {
  const plain = toAsciiDigits(text).replaceAll(/[\s,\u066C\u00A0\u202F'’]/g, '');
  return /^\d{1,15}$/.test(plain) ? Number(plain) : undefined;
}
