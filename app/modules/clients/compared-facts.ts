import type { IndexedPerson } from '#platform/name-matching/people-index.ts';
import { type ClientIdentity, fullName } from './client.ts';

/** What of a file is laid beside another to see whether both are one person. */
export interface ComparedFacts {
  names: readonly string[];
  phones: readonly string[];
  sex?: string;
  birthYear?: number | null;
  birthPrecise?: boolean;
  /** `YYYY-MM-DD` where the day is known. */
  birthDate?: string | undefined;
  originCountry?: string | null;
  originAdmin1?: string | null;
}

/** The columns of a file that are compared. */
export interface ComparedColumns {
  sex: string;
  birth_year: number | null;
  birth_precision: string;
  origin_country: string | null;
  origin_admin1: string | null;
}

export const comparedFacts = (facts: ComparedColumns, identity: ClientIdentity): ComparedFacts => ({
  names: identity.names.map(fullName),
  phones: identity.phones.map((phone) => phone.digits),
  sex: facts.sex,
  birthYear: facts.birth_year,
  birthPrecise: facts.birth_precision !== 'estimated',
  birthDate: identity.birth?.precision === 'exact' ? identity.birth.isoDate : undefined,
  originCountry: facts.origin_country,
  originAdmin1: facts.origin_admin1,
});

/** A sex that is not known tells nobody apart. */
const comparable = (sex: string | undefined): string | undefined =>
  sex === 'female' || sex === 'male' ? sex : undefined;

/** A person as the index compares people; with an id of nobody while they are not registered. */
export function personToCompare(centreId: string, person: ComparedFacts, id = ''): IndexedPerson {
  const sex = comparable(person.sex);
  return {
    id,
    scope: centreId,
    names: [...person.names],
    phones: [...person.phones],
    references: [],
    ...(sex && { sex }),
    ...(person.birthYear != null && {
      birthYear: person.birthYear,
      birthYearPrecise: person.birthPrecise ?? true,
    }),
    ...(person.birthDate && { birthDate: person.birthDate }),
    ...(person.originCountry != null && { origin: person.originCountry }),
    ...(person.originAdmin1 && { district: person.originAdmin1 }),
  };
}
