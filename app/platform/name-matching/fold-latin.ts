/**
 * Letters whose mark changes the sound stay letters of their own, one sign for each sound family; all other
 * marks are dropped. The same signs are rows of the letter tables.
 */
const kept: Record<string, string> = {
  š: 'š',
  ş: 'š',
  ș: 'š',
  ś: 'š',
  ŝ: 'š',
  ṣ: 's',
  ṡ: 's',
  č: 'č',
  ć: 'č',
  ĉ: 'č',
  ž: 'ž',
  ż: 'ž',
  ź: 'ž',
  ç: 'ç',
  ğ: 'ğ',
  ġ: 'ğ',
  ț: 'ț',
  ţ: 'ț',
  ö: 'ö',
  ø: 'ö',
  ő: 'ö',
  ü: 'ü',
  ű: 'ü',
  ł: 'ł',
  ñ: 'ñ',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ð: 'd',
  đ: 'd',
  þ: 'th',
  ı: 'i',
  ə: 'a',
  ŋ: 'ng',
  ɓ: 'b',
  ɗ: 'd',
  ɛ: 'e',
  ɔ: 'o',
  ƙ: 'k',
  ħ: 'h',
};
const plain = /^[a-z]+$/u;

/** A lower-case Latin word reduced to a–z and the ten signs above. */
export function foldLatin(word: string): string {
  if (plain.test(word)) return word;
  let folded = '';
  for (const letter of word.normalize('NFC')) {
    if (letter >= 'a' && letter <= 'z') folded += letter;
    else folded += kept[letter] ?? letter.normalize('NFD').replace(/[^a-z]/gu, '');
  }
  return folded;
}
