import { afghanNames } from './names/afghan-names.ts';
import { arabicNames } from './names/arabic-names.ts';
import { bengaliNames } from './names/bengali-names.ts';
import { centralAsianNames } from './names/central-asian-names.ts';
import type { NameList } from './names/name-list.ts';
import { pakistaniNames } from './names/pakistani-names.ts';

/** Where people who come to this centre are from, and what goes with it. */
export interface Tradition {
  names: NameList;
  country: string;
  /** Provinces of origin, a few towns each. */
  provinces: readonly string[];
  /** Preferred language first. */
  languages: readonly (readonly string[])[];
  /** How the stages of migration are spread among them. */
  stages: Readonly<Record<string, number>>;
  destinations: Readonly<Record<string, number>>;
  /** How often the main name is written in the own script. */
  ownScript: number;
  calendar: 'gregory' | 'persian' | 'islamic-umalqura';
  /** The consent script can be read in this language; else it is interpreted. */
  explainedIn: string;
}

export const traditions = {
  pakistani: {
    names: pakistaniNames,
    country: 'PK',
    ownScript: 0.5,
    calendar: 'gregory',
    explainedIn: 'ur',
    provinces: ['Punjab', 'Khyber Pakhtunkhwa', 'Sindh', 'Balochistan', 'Gilgit-Baltistan', 'Azad Kashmir'],
    languages: [['ur', 'pnb'], ['ur'], ['ps', 'ur'], ['pnb', 'ur'], ['sd', 'ur'], ['bal', 'ur']],
    stages: {
      intending: 40,
      potential: 18,
      outgoing: 14,
      returned: 14,
      family_of_migrant: 10,
      at_destination: 4,
    },
    destinations: { SA: 30, AE: 24, OM: 8, QA: 9, KW: 5, MY: 7, IT: 5, GB: 4, DE: 4, GR: 4 },
  },
  afghan: {
    names: afghanNames,
    country: 'AF',
    ownScript: 0.6,
    calendar: 'persian',
    explainedIn: 'fa-AF',
    provinces: ['Kabul', 'Nangarhar', 'Herat', 'Balkh', 'Ghazni', 'Kunduz', 'Bamyan', 'Kandahar', 'Laghman'],
    languages: [['prs', 'ps'], ['prs'], ['ps', 'prs'], ['haz', 'prs'], ['ps'], ['uz', 'prs']],
    stages: {
      in_transit: 36,
      at_destination: 26,
      intending: 16,
      returned: 6,
      family_of_migrant: 12,
      potential: 4,
    },
    destinations: { DE: 30, CA: 14, AU: 12, US: 12, PK: 14, GB: 8, SE: 4, FR: 6 },
  },
  bengali: {
    names: bengaliNames,
    country: 'BD',
    ownScript: 0.5,
    calendar: 'gregory',
    explainedIn: 'bn',
    provinces: ['Sylhet', 'Chattogram', 'Dhaka', 'Khulna', 'Cumilla'],
    languages: [['bn'], ['bn', 'ur'], ['syl', 'bn'], ['ctg', 'bn']],
    stages: { at_destination: 54, in_transit: 18, returned: 10, intending: 18 },
    destinations: { SA: 30, AE: 20, IT: 20, MY: 20, GR: 10 },
  },
  arabic: {
    names: arabicNames,
    country: 'SY',
    ownScript: 0.6,
    calendar: 'gregory',
    explainedIn: 'ar',
    provinces: ['Aleppo', 'Homs', 'Damascus', 'Deir ez-Zor'],
    languages: [['ar'], ['ar', 'en'], ['ckb', 'ar']],
    stages: { in_transit: 50, at_destination: 32, intending: 10, family_of_migrant: 8 },
    destinations: { DE: 40, SE: 15, NL: 15, CA: 15, TR: 15 },
  },
  centralAsian: {
    names: centralAsianNames,
    country: 'TJ',
    ownScript: 0.65,
    calendar: 'gregory',
    explainedIn: 'en',
    provinces: ['Khatlon', 'Sughd', 'Dushanbe', 'Districts of Republican Subordination'],
    languages: [['tg', 'prs'], ['tg'], ['uz', 'tg'], ['tg', 'ru']],
    stages: { in_transit: 34, intending: 26, at_destination: 26, returned: 14 },
    destinations: { RU: 40, KZ: 20, DE: 15, KR: 10, TR: 15 },
  },
} as const satisfies Record<string, Tradition>;

export type TraditionName = keyof typeof traditions;

export const traditionShares: Record<TraditionName, number> = {
  pakistani: 52,
  afghan: 32,
  bengali: 7,
  arabic: 4,
  centralAsian: 5,
};
