import { type Direction, sourceLanguage } from '#platform/language/interface-languages.ts';

/**
 * Languages that clients speak (BCP 47), by how often centres meet them. More can be spoken than
 * the interface is written in.
 */
export const clientLanguageCodes = [
  'ar',
  'prs',
  'ps',
  'ur',
  'bn',
  'en',
  'ckb',
  'tg',
  'fa',
  'haz',
  'uz',
  'uz-Arab',
  'tk',
  'bal',
  'pnb',
  'sd',
  'skr',
  'syl',
  'ctg',
  'rhg',
  'hi',
  'ne',
  'si',
  'ta',
  'te',
  'pa',
  'ml',
  'fil',
  'id',
  'ms',
  'my',
  'vi',
  'th',
  'km',
  'lo',
  'zh',
  'zh-Hant',
  'ko',
  'mn',
  'am',
  'ti',
  'om',
  'so',
  'sw',
  'ha',
  'bej',
  'fr',
  'mg',
  'tw',
  'kri',
  'tet',
  'ru',
  'ky',
  'kk',
  'tr',
  'kmr',
  'azb',
  'aii',
  'hy',
  'ka',
  'uk',
  'ro',
  'es',
  'pt',
  'it',
  'de',
] as const;

export type ClientLanguage = (typeof clientLanguageCodes)[number];

const rightToLeft = new Set<string>([
  'ar',
  'prs',
  'ps',
  'ur',
  'ckb',
  'fa',
  'haz',
  'uz-Arab',
  'bal',
  'pnb',
  'sd',
  'skr',
  'rhg',
  'azb',
  'aii',
]);

/** Spoken at the centres of a country, official languages first. */
const byCountry: Record<string, readonly ClientLanguage[]> = {
  AF: ['prs', 'ps', 'uz-Arab', 'tk', 'bal', 'haz', 'en'],
  BD: ['bn', 'syl', 'ctg', 'rhg', 'en'],
  IQ: ['ar', 'ckb', 'kmr', 'azb', 'aii', 'en'],
  PK: ['ur', 'en', 'pnb', 'ps', 'sd', 'skr', 'bal', 'prs'],
  TJ: ['tg', 'ru', 'uz', 'ky'],
  SD: ['ar', 'en', 'ti', 'am', 'om', 'so', 'ha', 'fr', 'bej'],
  LB: ['ar', 'fr', 'en', 'am', 'fil', 'si', 'bn', 'ne', 'mg', 'tw', 'kri', 'sw', 'om', 'ti'],
  JO: ['ar', 'en', 'si', 'bn', 'hi', 'ne', 'my', 'mg', 'fil', 'ur'],
  SG: ['en', 'zh', 'ms', 'ta', 'bn', 'hi', 'te', 'pa', 'my', 'th', 'id', 'fil', 'vi'],
  KR: [
    'ko',
    'en',
    'vi',
    'fil',
    'th',
    'id',
    'si',
    'mn',
    'uz',
    'ur',
    'km',
    'zh',
    'bn',
    'ne',
    'ky',
    'my',
    'tet',
    'lo',
    'tg',
  ],
  MY: ['ms', 'en', 'id', 'ne', 'bn', 'my', 'hi', 'ta', 'vi', 'km', 'fil', 'ur'],
  TW: ['zh-Hant', 'id', 'vi', 'fil', 'th', 'en'],
};

/** What the Unicode data lack or name too broadly ("Kurdish" for Kurmanji). */
const ownNames: Record<string, Record<string, string>> = {
  haz: { en: 'Hazaragi', ar: 'الهزارية', 'fa-AF': 'هزارگی', ur: 'ہزارگی', bn: 'হাজারাগি', own: 'آزرگی' },
  rhg: { own: 'Ruáingga' },
  syl: { en: 'Sylheti', ar: 'السيلهتية', 'fa-AF': 'سیلهتی', ur: 'سلہٹی', bn: 'সিলেটি', own: 'সিলেটি' },
  ctg: {
    en: 'Chittagonian',
    ar: 'الشيتاغونغية',
    'fa-AF': 'چیتاگونگی',
    ur: 'چاٹگامی',
    bn: 'চাটগাঁইয়া',
    own: 'চাটগাঁইয়া',
  },
  pnb: {
    en: 'Western Punjabi',
    ar: 'البنجابية الغربية',
    'fa-AF': 'پنجابی غربی',
    ur: 'پنجابی (شاہ مکھی)',
    bn: 'পশ্চিমা পাঞ্জাবি',
    own: 'پنجابی',
  },
  skr: { en: 'Saraiki', ar: 'السرائيكية', 'fa-AF': 'سرائیکی', ur: 'سرائیکی', bn: 'সরাইকি', own: 'سرائیکی' },
  bal: { en: 'Balochi', own: 'بلوچی' },
  kmr: {
    en: 'Kurmanji Kurdish',
    ar: 'الكردية الكرمانجية',
    'fa-AF': 'کردی کرمانجی',
    ur: 'کرمانجی کردی',
    bn: 'কুর্মাঞ্জি কুর্দি',
    own: 'Kurmancî',
  },
  ckb: { en: 'Sorani Kurdish', ar: 'الكردية السورانية', ur: 'سورانی کردی', bn: 'সোরানি কুর্দি' },
  azb: {
    en: 'South Azerbaijani, Turkmen of Iraq',
    ar: 'التركمانية (العراق)',
    'fa-AF': 'ترکی آذربایجانی جنوبی',
    ur: 'جنوبی آذربائیجانی',
    bn: 'দক্ষিণ আজারবাইজানি',
    own: 'تۆرکجه',
  },
  aii: {
    en: 'Assyrian Neo-Aramaic',
    ar: 'الآشورية',
    'fa-AF': 'آشوری',
    ur: 'آشوری',
    bn: 'আসিরীয়',
    own: 'ܐܬܘܪܝܐ',
  },
  tw: { en: 'Twi', ar: 'التوي', 'fa-AF': 'توی', ur: 'ٹوی', bn: 'টুই', own: 'Twi' },
  kri: { en: 'Krio', ar: 'الكريو', 'fa-AF': 'کریو', ur: 'کریو', bn: 'ক্রিও', own: 'Krio' },
  bej: { en: 'Beja', ur: 'بیجا', own: 'Bidhaawyeet' },
  prs: { own: 'دری' },
  tet: { own: 'Tetun' },
  'uz-Arab': { en: 'Uzbek (Arabic script)', own: 'اوزبیک' },
  fil: { own: 'Filipino' },
};

const displays = new Map<string, Intl.DisplayNames>();

/** Name of a language in the reader's language, falling back to English and then to the code. */
export function languageName(code: string, reader: string): string {
  const names = ownNames[code];
  return (
    names?.[reader] ?? display(reader).of(code) ?? names?.['en'] ?? display(sourceLanguage).of(code) ?? code
  );
}

/** What its own speakers call it. */
export function ownLanguageName(code: string): string {
  const own = ownNames[code]?.['own'];
  if (own !== undefined) return own;
  return Intl.DisplayNames.supportedLocalesOf(code).length > 0
    ? (display(code).of(code) ?? code)
    : languageName(code, sourceLanguage);
}

export function languageDirection(code: string): Direction {
  return rightToLeft.has(code) ? 'rtl' : 'ltr';
}

export function isClientLanguage(value: unknown): value is ClientLanguage {
  return (clientLanguageCodes as readonly unknown[]).includes(value);
}

/** All client languages, those of the country first. */
export function clientLanguagesOf(country: string | undefined): readonly ClientLanguage[] {
  const first = byCountry[country ?? ''] ?? [];
  return [...first, ...clientLanguageCodes.filter((code) => !first.includes(code))];
}

function display(reader: string): Intl.DisplayNames {
  let found = displays.get(reader);
  if (found === undefined) {
    found = new Intl.DisplayNames([reader], { type: 'language', fallback: 'none' });
    displays.set(reader, found);
  }
  return found;
}
