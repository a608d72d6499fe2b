import { randomUUID } from 'node:crypto';
import type { IndexedPerson } from '#platform/name-matching/people-index.ts';
import { dice } from './name-compose.ts';
import { nameSpellings } from './name-spellings.ts';

/**
 * People without number for measuring the index: common words by their weight (one in ten bears the most common),
 * and a long tail of words made from syllables. A third have their name in a second script too.
 */
export interface MadePeople {
  next(): IndexedPerson;
}

const starts = 'b d f g h j k l m n p q r s t z sh kh gh ch'.split(' ');
const vowels = 'a a a e i i o u ai ou'.split(' ');
const ends = ['', '', '', 'n', 'r', 'm', 'd', 'l', 's', 'h', 'b'];
const arabicOf: Record<string, string> = {
  b: 'ب',
  d: 'د',
  f: 'ف',
  g: 'غ',
  h: 'ح',
  j: 'ج',
  k: 'ك',
  l: 'ل',
  m: 'م',
  n: 'ن',
  p: 'ب',
  q: 'ق',
  r: 'ر',
  s: 'س',
  t: 'ت',
  z: 'ز',
  sh: 'ش',
  kh: 'خ',
  gh: 'غ',
  ch: 'تش',
  o: 'و',
  u: 'و',
  i: 'ي',
  ai: 'ي',
  ou: 'و',
  a: '',
  e: '',
};

export function madePeople(seed: number, tail: number, scope: string): MadePeople {
  const roll = dice(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(roll() * list.length)] as T;
  const made = Array.from({ length: tail }, () => {
    let latin = '';
    let arabic = '';
    const syllables = 2 + Math.floor(roll() * 2);
    for (let i = 0; i < syllables; i++) {
      const [start, vowel, end] = [pick(starts), pick(vowels), i === syllables - 1 ? pick(ends) : ''];
      latin += start + vowel + end;
      arabic += (arabicOf[start] ?? '') + (arabicOf[vowel] ?? (i === 0 ? '' : 'ا')) + (arabicOf[end] ?? '');
    }
    return { latin: [latin.charAt(0).toUpperCase() + latin.slice(1)], second: [arabic] };
  });
  const common = nameSpellings
    .map(({ latin, arabic, bengali }) => ({ latin, second: arabic.length > 0 ? arabic : bengali }))
    .filter((word) => word.second.length > 0);
  const word = () => {
    const dieRoll = roll();
    if (dieRoll < 0.034) return common[0] as (typeof common)[number];
    if (dieRoll < 0.55) return common[Math.floor(roll() ** 2 * common.length)] as (typeof common)[number];
    return made[Math.floor(roll() ** 2.5 * made.length)] as (typeof common)[number];
  };
  let count = 0;
  return {
    next() {
      count++;
      const words = [word(), word(), word()].slice(0, roll() < 0.2 ? 2 : 3);
      const names = [words.map((one) => pick(one.latin)).join(' ')];
      if (roll() < 0.33) names.push(words.map((one) => pick(one.second)).join(' '));
      return {
        id: randomUUID(),
        scope,
        names,
        birthYear: 1950 + Math.floor(roll() * 65),
        phones: roll() < 0.8 ? [`9627${String(Math.floor(roll() * 1e8)).padStart(8, '0')}`] : [],
        references: [
          `K-${2018 + Math.floor(roll() * 9)}-${String(count).padStart(6, '0')}`,
          String(Math.floor(roll() * 1e12)),
        ],
        sex: roll() < 0.5 ? 'female' : 'male',
        origin: pick(['af', 'sy', 'bd', 'iq', 'pk', 'sd']),
      };
    },
  };
}
