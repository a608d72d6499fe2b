import { sourceLanguage } from '#platform/language/interface-languages.ts';

/** ISO 3166-1 alpha-2, and XK as it is used in practice for Kosovo. */
export const countryCodes: readonly string[] = (
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY ' +
  'BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK ' +
  'FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR ' +
  'IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ' +
  'ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM ' +
  'PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF ' +
  'TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW'
).split(' ');

const known = new Set(countryCodes);

export function isCountry(value: unknown): value is string {
  return typeof value === 'string' && known.has(value);
}

/** Short names where the Unicode data have a description instead of the name in use. */
const shortNames: Record<string, Record<string, string>> = {
  PS: { en: 'Palestine', ar: 'فلسطين', 'fa-AF': 'فلسطین', ur: 'فلسطین', bn: 'ফিলিস্তিন' },
  MM: { en: 'Myanmar' },
};

const displays = new Map<string, Intl.DisplayNames>();

/** A country's name in the reader's language; the code itself where it is not a country. */
export function countryName(code: string, language: string): string {
  if (!isCountry(code)) return code;
  let display = displays.get(language);
  if (display === undefined) {
    display = new Intl.DisplayNames([language, sourceLanguage], { type: 'region', fallback: 'code' });
    displays.set(language, display);
  }
  return shortNames[code]?.[language] ?? display.of(code) ?? code;
}

/** All countries by name in the reader's alphabet, with those given (of the centre's corridors) first. */
export function listCountries(
  language: string,
  first: readonly string[] = [],
): { code: string; name: string }[] {
  const named = (code: string) => ({ code, name: countryName(code, language) });
  const collator = new Intl.Collator(language);
  const rest = countryCodes.filter((code) => !first.includes(code)).map(named);
  return [
    ...first.filter(isCountry).map(named),
    ...rest.toSorted((a, b) => collator.compare(a.name, b.name)),
  ];
}
