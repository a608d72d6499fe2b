import type { NameWord } from './normalise-name.ts';
import { romaniseArabic } from './romanise-arabic.ts';
import { romaniseBengali } from './romanise-bengali.ts';
import { romaniseCyrillic } from './romanise-cyrillic.ts';
import { romaniseDevanagari } from './romanise-devanagari.ts';

/** Any word in the Latin signs of the letter tables (with 'ə' for an inherent vowel of Bengali or Devanagari). */
export function romanise(word: NameWord): string {
  switch (word.script) {
    case 'arabic':
      return romaniseArabic(word.text);
    case 'cyrillic':
      return romaniseCyrillic(word.text);
    case 'bengali':
      return romaniseBengali(word.text);
    case 'devanagari':
      return romaniseDevanagari(word.text);
    default:
      return word.text;
  }
}
