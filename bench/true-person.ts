import type { NamePart } from '#app/demo/names/name-list.ts';
import type { SeededRandom } from '#app/demo/seeded-random.ts';

/** Somebody as they are; what a clerk writes of them is made from it. */
export interface TruePerson {
  /** Given names and the family name. */
  name: { given: NamePart[]; family: NamePart };
  sex: 'female' | 'male';
  birth: { year: number; month: number; day: number };
  origin: string;
  district: string;
  /** National number without the leading zero, if there is a phone. */
  phone: string | undefined;
}

export const madePhone = (random: SeededRandom): string =>
  `3${String(random.int(0, 999_999_999)).padStart(9, '0')}`;

export const isoDate = (year: number, month: number, day: number): string =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

export const madeId = (random: SeededRandom): string =>
  Array.from({ length: 4 }, () => random.int(0, 0xffff_ffff).toString(16).padStart(8, '0')).join('');
