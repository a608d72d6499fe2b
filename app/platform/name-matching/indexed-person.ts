import type { DuplicateFeature } from './duplicate-score.ts';
import type { NameReason } from './match-names.ts';

/** What the index keeps of a person. It lives in memory only and is rebuilt from the sealed rows after unlock. */
export interface IndexedPerson {
  /** The person's id (a UUID). */
  id: string;
  /** The centre's id. People of another scope are never looked at. */
  scope: string;
  /** Every name in every script, aliases too; each entry is one full name. */
  names: string[];
  birthYear?: number;
  /** False when the year was reckoned from an age that somebody said. */
  birthYearPrecise?: boolean;
  /** `YYYY-MM-DD` where the day is known. */
  birthDate?: string;
  /** Digits, with or without country prefix; other signs are ignored. */
  phones: string[];
  /** File number, card number. */
  references: string[];
  sex?: string;
  /** Where the person is from: any code, compared for equality. */
  origin?: string;
  /** A region within the origin, compared for equality. */
  district?: string;
}

export type HitReason =
  | NameReason
  | 'same-phone'
  | 'phone-ending'
  | 'same-birth-year'
  | 'birth-year-one-apart'
  | 'birth-year-near'
  | 'same-birth-date'
  | 'same-origin'
  | 'same-file-number'
  | 'same-card';

export interface Hit {
  id: string;
  /** 0 to 1. For a search: how well what was typed fits. For `similar`: how likely it is the same person. */
  score: number;
  reasons: HitReason[];
}

export interface SearchOptions {
  limit: number;
  /** Moves people born in or near this year up; leaves nobody out. */
  birthYear?: number;
}

export interface SimilarToOptions {
  limit: number;
  /** Leaves out people with a smaller id: whoever asks for everybody in turn meets each pair once. */
  onlyLater?: boolean;
}

export interface PeopleIndex {
  /** Adds a person or replaces the one with this id. */
  put(person: IndexedPerson): void;
  /** Forgets a person; unknown ids are ignored. */
  remove(id: string): void;
  /** How many people are held, all scopes together. */
  readonly size: number;
  /** How many of one scope. */
  count(scope: string): number;
  /** As you type: words of a name (the last may be a beginning), or a phone's end, a file number, a card. */
  search(scope: string, text: string, options: SearchOptions): Hit[];
  /** Possible duplicates of a person who may or may not be in the index (their own id is left out). */
  similar(scope: string, person: IndexedPerson, options: { limit: number }): Hit[];
  /** The same for somebody who is in the index; nobody when they are not. */
  similarTo(scope: string, id: string, options: SimilarToOptions): Hit[];
  /** How two people of the index look beside each other; undefined when one of them is not there. */
  compare(scope: string, a: string, b: string): Omit<Hit, 'id'> | undefined;
  /** What speaks for and against those two, as numbers: for fitting the factors of the score. */
  features(scope: string, a: string, b: string): Partial<Record<DuplicateFeature, number>> | undefined;
  /** Bytes held in typed arrays and an estimate for strings and maps. */
  memory(): number;
}
