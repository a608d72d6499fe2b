import { familyNames } from './family-name-spellings.ts';
import { givenNames } from './given-name-spellings.ts';

export interface NameSpellings {
  latin: string[];
  arabic: string[];
  bengali: string[];
  family: boolean;
}

function read(text: string, isFamily: boolean): NameSpellings[] {
  return text
    .trim()
    .split('\n')
    .map((line) => {
      const [latin = [], arabic = [], bengali = []] = line
        .split('|')
        .map((part) => part.split(' ').filter(Boolean));
      return { latin: [...new Set(latin)], arabic, bengali, family: isFamily };
    });
}

/**
 * Name words with the ways they are spelled, from general knowledge of how names are written. The benches compose
 * people from them; no row stands for a person.
 */
export const nameSpellings: readonly NameSpellings[] = [
  ...read(givenNames, false),
  ...read(familyNames, true),
];
