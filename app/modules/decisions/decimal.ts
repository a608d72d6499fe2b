import { toAsciiDigits } from '#platform/language/digits.ts';

/** An amount in ten-thousandths: whole numbers only, so that no sum depends on how a float rounds. */
export type Decimal = bigint;

const scale = 10_000n;

/** A decimal string as facts and answers carry it ("4290", "8.9"), or undefined. No signs, no grouping. */
export function parseDecimal(text: string | undefined): Decimal | undefined {
  const parts = /^(\d{1,15})(?:\.(\d{1,4}))?$/.exec(text ?? '');
  if (!parts) return undefined;
  return BigInt(parts[1] ?? '0') * scale + BigInt((parts[2] ?? '').padEnd(4, '0'));
}

/** The shortest decimal string of an amount; a minus stands before what is below nothing. */
export function writeDecimal(amount: Decimal): string {
  const size = amount < 0n ? -amount : amount;
  const fraction = String(size % scale)
    .padStart(4, '0')
    .replace(/0+$/, '');
  return `${amount < 0n ? '-' : ''}${size / scale}${fraction && `.${fraction}`}`;
}

/** The first amount over the second as a plain number with one decimal, rounded up; undefined over nothing. */
export function ratioUp(amount: Decimal, by: Decimal): number | undefined {
  if (by <= 0n || amount < 0n) return undefined;
  return Number(divideUp(amount * 10n, by)) / 10;
}

/** Whole division, rounded up. `by` is above nothing. */
export const divideUp = (amount: bigint, by: bigint): bigint => (amount + by - 1n) / by;

/** A share of an amount in hundredths, rounded to the nearest ten-thousandth. */
export const percentOf = (amount: Decimal, percent: bigint): Decimal => (amount * percent + 50n) / 100n;

/** An amount at a rate (both decimals), rounded to the nearest ten-thousandth. */
export const convert = (amount: Decimal, rate: Decimal): Decimal => (amount * rate + scale / 2n) / scale;

/**
 * An amount as somebody typed it, in any script, as a decimal string; undefined when it cannot be understood in one
 * way only. "1,50,000" and "150 000" are amounts; "1.500" might be two different ones and is asked for again.
 */
export function readAmount(text: string): string | undefined {
  const plain = toAsciiDigits(text)
    .replaceAll(/[\s\u00A0\u202F\u066C'’]/g, '')
    .replaceAll('\u066B', '.');
  const grouped = /^\d{1,3}(,\d{2,3})+(\.\d{1,2})?$/.test(plain) ? plain.replaceAll(',', '') : plain;
  if (!/^\d{1,12}(\.\d{1,2})?$/.test(grouped)) return undefined;
  const [whole = '0', part = ''] = grouped.split('.');
  const fraction = part.replace(/0+$/, '');
  return `${whole.replace(/^0+(?=\d)/, '')}${fraction && `.${fraction}`}`;
}
