/**
 * Bengali and Devanagari are abugidas: a consonant carries a vowel unless a sign says otherwise, and that vowel
 * is often not spoken. The inherent vowel is written 'ə' here, a sign of its own in the letter table, because
 * Latin spellings write it a, o or not at all.
 */
export interface Abugida {
  consonants: Record<string, string>;
  vowels: Record<string, string>;
  signs: Record<string, string>;
  virama: string;
  nukta: string;
  nasals: Record<string, string>;
}

const inherent = 'ə';

interface Syllable {
  consonant: string;
  vowel: string;
}

/** Reads the syllables of a word and drops the inherent vowels that are not spoken. */
export function romaniseAbugida(word: string, table: Abugida): string {
  const parts: Syllable[] = [];
  const letters = [...word];
  for (let i = 0; i < letters.length; i++) {
    const letter = letters[i] as string;
    const dotted = letters[i + 1] === table.nukta ? table.consonants[letter + table.nukta] : undefined;
    const consonant = dotted ?? table.consonants[letter];
    const last = parts.at(-1);
    if (consonant !== undefined) {
      if (letters[i + 1] === table.nukta) i++;
      const sign = letters[i + 1];
      if (sign === table.virama) {
        parts.push({ consonant, vowel: '' });
        i++;
      } else if (sign !== undefined && table.signs[sign] !== undefined) {
        parts.push({ consonant, vowel: table.signs[sign] });
        i++;
      } else parts.push({ consonant, vowel: inherent });
    } else if (table.vowels[letter] !== undefined) parts.push({ consonant: '', vowel: table.vowels[letter] });
    else if (table.nasals[letter] !== undefined && last) {
      const nasal = table.nasals[letter];
      if (nasal !== '') parts.push({ consonant: nasal, vowel: '' });
    }
  }
  return silence(parts)
    .map((part) => part.consonant + part.vowel)
    .join('');
}

/** The inherent vowel falls at the end of a word after a single consonant, and inside between two full syllables. */
function silence(parts: Syllable[]): Syllable[] {
  const last = parts.length - 1;
  for (let i = last; i > 0; i--) {
    const part = parts[i] as Syllable;
    if (part.vowel !== inherent) continue;
    const before = parts[i - 1] as Syllable;
    const after = parts[i + 1];
    if (i === last) part.vowel = before.vowel === '' && i > 1 ? inherent : '';
    else if (
      before.vowel !== '' &&
      after !== undefined &&
      after.vowel !== '' &&
      after.consonant !== '' &&
      i < last
    ) {
      part.vowel = i + 1 === last && after.vowel === inherent ? inherent : '';
    }
  }
  return parts;
}
