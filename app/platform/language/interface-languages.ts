export type Direction = 'ltr' | 'rtl';

/** The calendars that people use on their papers. Umm al-Qura and civil Islamic dates differ. */
export const calendars = ['gregory', 'persian', 'islamic-umalqura', 'islamic-civil', 'ethiopic'] as const;
export type CalendarName = (typeof calendars)[number];

export type Digits = 'latn' | 'arab' | 'arabext' | 'beng';

export interface InterfaceLanguage {
  /** BCP 47, also the name of the folder in `locales/`. */
  readonly code: string;
  /** What its speakers call it, in its own script. */
  readonly ownName: string;
  readonly dir: Direction;
  readonly script: 'Latn' | 'Arab' | 'Beng' | 'Cyrl' | 'Ethi';
  /** `draft` until a native speaker of the field has read it; `planned` has no texts yet. */
  readonly status: 'source' | 'draft' | 'checked' | 'planned';
  /**
   * `staff` languages carry every text, `client` ones what a client may see, `public` ones the interface of the
   * public site; a page that has no text in them falls back, and says so.
   */
  readonly audience: 'staff' | 'client' | 'public';
  readonly calendar: CalendarName;
  readonly digits: Digits;
  /** Nastaliq needs taller lines and another typeface than the Arabic of books. */
  readonly nastaliq?: boolean;
}

export const sourceLanguage = 'en';

const registry: readonly InterfaceLanguage[] = [
  {
    code: 'en',
    ownName: 'English',
    dir: 'ltr',
    script: 'Latn',
    status: 'source',
    audience: 'staff',
    calendar: 'gregory',
    digits: 'latn',
  },
  {
    code: 'ar',
    ownName: 'العربية',
    dir: 'rtl',
    script: 'Arab',
    status: 'draft',
    audience: 'staff',
    calendar: 'gregory',
    digits: 'arab',
  },
  {
    code: 'fa-AF',
    ownName: 'دری',
    dir: 'rtl',
    script: 'Arab',
    status: 'draft',
    audience: 'staff',
    calendar: 'persian',
    digits: 'arabext',
  },
  {
    code: 'ur',
    ownName: 'اردو',
    dir: 'rtl',
    script: 'Arab',
    status: 'draft',
    audience: 'client',
    calendar: 'gregory',
    digits: 'latn',
    nastaliq: true,
  },
  {
    code: 'bn',
    ownName: 'বাংলা',
    dir: 'ltr',
    script: 'Beng',
    status: 'draft',
    audience: 'client',
    calendar: 'gregory',
    digits: 'beng',
  },
  {
    code: 'ps',
    ownName: 'پښتو',
    dir: 'rtl',
    script: 'Arab',
    status: 'draft',
    audience: 'public',
    calendar: 'persian',
    digits: 'arabext',
  },
  {
    code: 'tg',
    ownName: 'тоҷикӣ',
    dir: 'ltr',
    script: 'Cyrl',
    status: 'draft',
    audience: 'public',
    calendar: 'gregory',
    digits: 'latn',
  },
  {
    code: 'ckb',
    ownName: 'کوردیی ناوەندی',
    dir: 'rtl',
    script: 'Arab',
    status: 'draft',
    audience: 'public',
    calendar: 'gregory',
    digits: 'arab',
  },
  {
    code: 'fr',
    ownName: 'Français',
    dir: 'ltr',
    script: 'Latn',
    status: 'draft',
    audience: 'public',
    calendar: 'gregory',
    digits: 'latn',
  },
  {
    code: 'am',
    ownName: 'አማርኛ',
    dir: 'ltr',
    script: 'Ethi',
    status: 'draft',
    audience: 'public',
    calendar: 'ethiopic',
    digits: 'latn',
  },
];

/** Languages that have texts. A planned one joins by getting its folder and another status. */
export const interfaceLanguages: readonly InterfaceLanguage[] = registry.filter(
  (language) => language.status !== 'planned',
);

export const staffLanguages = interfaceLanguages
  .filter((language) => language.audience === 'staff')
  .map((language) => language.code);
export const clientLanguages = interfaceLanguages
  .filter((language) => language.audience !== 'public')
  .map((language) => language.code);
/** All that the public site can be read in. */
export const publicLanguages = interfaceLanguages.map((language) => language.code);

const byCode = new Map(registry.map((language) => [language.code, language]));

/** The registered language of a code, by its exact tag or else its first part; English if there is none. */
export function interfaceLanguage(code: string): InterfaceLanguage {
  const found = byCode.get(code) ?? byCode.get(code.split('-')[0] ?? '');
  return found ?? (registry[0] as InterfaceLanguage);
}

export function isInterfaceLanguage(code: unknown): code is string {
  return typeof code === 'string' && publicLanguages.includes(code);
}

/**
 * In which language a reader meets what clients read: their own, or English where only the public site is in theirs.
 */
export function clientTextLanguage(code: string): string {
  return clientLanguages.includes(code) ? code : sourceLanguage;
}

/** For the element around a text that may be in another language than the page: it is read aloud and laid out as what it is. */
export function markLanguage(code: string | undefined, page: string): { lang?: string; dir?: Direction } {
  return code === undefined || code === page ? {} : { lang: code, dir: directionOf(code) };
}

export function directionOf(code: string): Direction {
  return interfaceLanguage(code).dir;
}
