import { callingCodes, internationalPrefixesOf, trunkPrefixOf } from './calling-codes.ts';
import { toAsciiDigits } from './digits.ts';

export interface PhoneNumber {
  /**
   * For comparing: digits with the country's calling code and without "+", or the bare digits where
   * the country cannot be known (`international` false), as with short codes.
   */
  digits: string;
  international: boolean;
  /** Exactly what was typed, for showing. */
  typed: string;
}

/**
 * Reads a phone number written in any digits and habit: +962 79 …, 00962…, 079…, 962 79….
 * Loose on purpose: it refuses what cannot be a number and never checks that the number exists.
 * @param country ISO 3166 of the place where the number was written down
 */
export function normalisePhone(typed: string, country?: string): PhoneNumber | undefined {
  const text = toAsciiDigits(typed)
    .replaceAll(/[\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, '')
    .replace(/^\s*(tel|phone)\s*[:.]?/i, '')
    // "+44 (0)20": the zero in brackets is not dialled from abroad.
    .replace(/^(\s*(?:\+|00).*?)\(0\)/, '$1')
    .trim();
  if (!/^(?:\+|\d|\()[\d\s().\-–/]*\+?$/.test(text)) return undefined;
  const digits = text.replaceAll(/\D/g, '');
  // In right-to-left text people see, and sometimes type, the plus at the other end.
  const withPlus = text.startsWith('+') || text.endsWith('+');
  const number = withPlus ? digits : abroad(digits, country);
  if (number !== undefined) return accept(withoutTrunk(number), true, typed);
  const code = callingCodes.get(country ?? '');
  if (code === undefined || country === undefined || digits.length < 7) return accept(digits, false, typed);
  if (digits.startsWith(code) && digits.length >= code.length + 8)
    return accept(withoutTrunk(digits), true, typed);
  const trunk = trunkPrefixOf(country);
  const national =
    trunk !== '' && digits.startsWith(trunk) && digits.length >= 7 + trunk.length
      ? digits.slice(trunk.length)
      : digits;
  return accept(code + national, true, typed);
}

/** The digits after an international prefix, or undefined for a number inside the country. */
function abroad(digits: string, country: string | undefined): string | undefined {
  const prefix = internationalPrefixesOf(country ?? '').find((start) => digits.startsWith(start));
  const used = prefix ?? (digits.startsWith('00') ? '00' : undefined);
  return used !== undefined && digits.length >= used.length + 8 ? digits.slice(used.length) : undefined;
}

/** "+962 079…" is written often: the home zero does not belong after a calling code. */
function withoutTrunk(digits: string): string {
  for (const [country, code] of callingCodes) {
    if (trunkPrefixOf(country) === '0' && digits.startsWith(`${code}0`))
      return code + digits.slice(code.length + 1);
  }
  return digits;
}

function accept(digits: string, international: boolean, typed: string): PhoneNumber | undefined {
  const enough = international ? digits.length >= 8 : digits.length >= 3;
  return enough && digits.length <= 15 ? { digits, international, typed: typed.trim() } : undefined;
}
