import { ageBandOfBirth } from '#platform/code-lists/age-band.ts';
import { type Birth, mayBeChild } from '#platform/language/birth.ts';
import type { SafeContact } from './safe-contact.ts';

/** One spelling of a name, in one script. */
export interface PersonName {
  given: string;
  family?: string;
  /** `main` is what the person is called; the others are other spellings and other names. */
  kind: 'main' | 'alias';
}

/** When somebody was born, as far as known, with what was said. */
export type KnownBirth = Birth;

export interface IdDocument {
  type: string;
  number: string;
  /** ISO 3166-1 alpha-2. */
  issuer?: string;
  expires?: string;
}

export interface EmergencyContact {
  name: string;
  phone?: string;
  relation?: string;
  mayContact: boolean;
}

/** Who a person is. The whole of it is sealed under the person's own key. */
export interface ClientIdentity extends SafeContact {
  names: PersonName[];
  birth?: KnownBirth;
  address?: string;
  currentPlace?: string;
  /** District or town of origin, finer than what is counted. */
  originPlace?: string;
  emergencyContact?: EmergencyContact;
  legalStatus?: string;
  /** Categories that are never in clear: status before the law, trafficking, flight. */
  delicateCategories?: string[];
  gender?: string;
  marital?: string;
  /** The six questions of the Washington Group, each with its level. */
  disability?: Record<string, string>;
  idDocuments?: IdDocument[];
  note?: string;
}

export const fullName = (name: PersonName): string => [name.given, name.family].filter(Boolean).join(' ');

/** What the person is called: the main name, or the first that there is. */
export function calledName(identity: Pick<ClientIdentity, 'names'>): string {
  const name = identity.names.find(({ kind }) => kind === 'main') ?? identity.names[0];
  return name ? fullName(name) : '';
}

/** The same name in other scripts and spellings. */
export function otherNames(identity: Pick<ClientIdentity, 'names'>): string[] {
  const called = calledName(identity);
  return [...new Set(identity.names.map(fullName))].filter((name) => name !== called);
}

export interface CountableBirth {
  birthYear: number | null;
  birthPrecision: 'exact' | 'year' | 'estimated' | 'band' | 'unknown';
  ageBand: string;
  minor: boolean;
}

/**
 * What may be counted of a birth on a day. In doubt whether somebody is under 18, the rules for children apply;
 * a stated band stands where nothing else is known.
 */
export function countableBirth(
  birth: KnownBirth | undefined,
  onDay: string,
  statedBand = 'unknown',
): CountableBirth {
  if (!birth) {
    const minor = ['0_4', '5_11', '12_14', '15_17'].includes(statedBand);
    return {
      birthYear: null,
      birthPrecision: statedBand === 'unknown' ? 'unknown' : 'band',
      ageBand: statedBand,
      minor,
    };
  }
  const precision = birth.precision === 'month' ? 'exact' : birth.precision;
  return {
    birthYear: birth.year,
    birthPrecision: precision,
    ageBand: ageBandOfBirth(birth, onDay),
    minor: mayBeChild(birth, onDay),
  };
}

/** `K-2026-00123`: prefix of the centre, Gregorian year, running number. */
export const formatFileNo = (prefix: string, year: number, number: number): string =>
  `${prefix}-${year}-${String(number).padStart(5, '0')}`;

/** The day after which a file without further contact is due for erasing; years are the centre's setting. */
export function retentionDay(lastContactOn: string, years: number): string {
  const year = Number(lastContactOn.slice(0, 4)) + years;
  const day = lastContactOn.slice(4) === '-02-29' ? '-02-28' : lastContactOn.slice(4);
  return `${year}${day}`;
}
