import type { NameWord } from './normalise-name.ts';
import { romanise } from './romanise.ts';

const doubled = /([b-df-hj-np-tv-xz])\1/gu;
const otherCyrillic: Record<string, string> = {
  қ: 'к',
  ғ: 'г',
  ґ: 'г',
  ҳ: 'х',
  һ: 'х',
  ӣ: 'и',
  і: 'и',
  ї: 'и',
  ў: 'у',
  ӯ: 'у',
  ү: 'у',
  ұ: 'у',
  ө: 'о',
  ә: 'а',
  җ: 'ж',
  ҷ: 'ж',
  ң: 'н',
  є: 'е',
  ј: 'й',
};

/** The Latin side of a letter table: doubled consonants once, the inherent vowel as the letter most write. */
export function latinForm(word: NameWord): string {
  const inherent = word.script === 'bengali' ? 'o' : 'a';
  return romanise(word).replace(/ə/gu, inherent).replace(doubled, '$1').replace(/ck/gu, 'k');
}

/** The other side: Arabic and Cyrillic in their own letters, Bengali and Devanagari by their sounds. */
export function ownForm(word: NameWord): string {
  if (word.script === 'cyrillic')
    return word.text.replace(/[қғґҳһӣіїўӯүұөәҗҷңєј]/gu, (sign) => otherCyrillic[sign] ?? sign);
  if (word.script === 'arabic') return word.text;
  return romanise(word).replace(doubled, '$1').replace(/ck/gu, 'k');
}
