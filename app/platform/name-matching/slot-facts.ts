import type { IndexedPerson } from './indexed-person.ts';
import { phoneCore } from './phone-book.ts';

/** What a slot keeps beside the names, in few objects: there are a million. Lists stand in one string by lines. */
export interface SlotFacts {
  id: string;
  birthYear: number;
  birthYearPrecise: boolean;
  /** As a number, 19900131; 0 where only a year is known. */
  birthDate: number;
  /** Phone cores. */
  phones: string;
  /** References as they were given. */
  references: string;
  sex: string | undefined;
  origin: string | undefined;
  district: string | undefined;
}

const none: readonly string[] = [];

/** The entries of a list that a slot keeps. */
export const linesOf = (list: string): readonly string[] => (list === '' ? none : list.split('\n'));

/** What is compared of a person beside the names. */
export const slotFacts = (person: IndexedPerson): SlotFacts => ({
  id: person.id,
  birthYear: person.birthYear ?? 0,
  birthYearPrecise: person.birthYearPrecise ?? true,
  birthDate: Number(person.birthDate?.replaceAll('-', '') ?? 0) || 0,
  phones: person.phones.map(phoneCore).join('\n'),
  references: person.references.map((reference) => reference.slice(0, 64).replaceAll('\n', ' ')).join('\n'),
  sex: person.sex,
  origin: person.origin,
  district: person.district,
});
