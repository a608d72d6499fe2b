import { type Abugida, romaniseAbugida } from './romanise-indic.ts';

const bengali: Abugida = {
  consonants: {
    ক: 'k',
    খ: 'kh',
    গ: 'g',
    ঘ: 'gh',
    ঙ: 'ng',
    চ: 'ch',
    ছ: 'chh',
    জ: 'j',
    ঝ: 'jh',
    ঞ: 'n',
    ট: 't',
    ঠ: 'th',
    ড: 'd',
    ঢ: 'dh',
    ণ: 'n',
    ত: 't',
    থ: 'th',
    দ: 'd',
    ধ: 'dh',
    ন: 'n',
    প: 'p',
    ফ: 'f',
    ব: 'b',
    ভ: 'bh',
    ম: 'm',
    য: 'j',
    র: 'r',
    ল: 'l',
    শ: 'sh',
    ষ: 'sh',
    স: 's',
    হ: 'h',
    ৎ: 't',
    ড়: 'r',
    ঢ়: 'rh',
    য়: 'y',
    ৰ: 'r',
    ৱ: 'w',
  },
  vowels: { অ: 'ə', আ: 'a', ই: 'i', ঈ: 'i', উ: 'u', ঊ: 'u', ঋ: 'ri', এ: 'e', ঐ: 'oi', ও: 'o', ঔ: 'ou' },
  signs: {
    'া': 'a',
    'ি': 'i',
    'ী': 'i',
    'ু': 'u',
    'ূ': 'u',
    'ৃ': 'ri',
    'ে': 'e',
    'ৈ': 'oi',
    'ো': 'o',
    'ৌ': 'ou',
    'ৗ': 'ou',
  },
  virama: '্',
  nukta: '়',
  nasals: { 'ং': 'ng', 'ঁ': '', 'ঃ': '' },
};

/** Bengali in Latin letters, with 'ə' where an inherent vowel may be heard. */
export function romaniseBengali(word: string): string {
  return romaniseAbugida(
    word
      // A ja-phala after a consonant colours or doubles it; at the start with aa it is the English short a.
      .replace(/অ্যা|এ্যা/gu, 'এ')
      .replace(/্য(?=া)/gu, '্য়')
      .replace(/্য/gu, '')
      // Joined ya at the start of a cluster of foreign words: w is written ওয়.
      .replace(/ওয়া/gu, 'ৱা')
      .replace(/ওয়ে/gu, 'ৱে')
      .replace(/ওয়/gu, 'ৱ')
      // A joined ba is mostly silent, except after m and l; ksha is spoken kh.
      .replace(/ক্ষ/gu, 'খ')
      .replace(/জ্ঞ/gu, 'গ্গ')
      .replace(/([সশতদন])্ব/gu, '$1'),
    bengali,
  );
}
