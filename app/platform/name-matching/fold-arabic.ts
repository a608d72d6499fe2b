/**
 * One sign for letters that differ only by keyboard or language: Persian and Arabic kaf and ya, the forms of ha,
 * the retroflex letters of Urdu and Pashto, the marked vowels of Kurdish and Uyghur.
 */
const same: Record<string, string> = {
  ک: 'ك',
  ڪ: 'ك',
  ګ: 'گ',
  ڭ: 'ن',
  ی: 'ي',
  ۍ: 'ي',
  ې: 'ي',
  ێ: 'ي',
  ے: 'ي',
  ۓ: 'ي',
  ۂ: 'ه',
  ہ: 'ه',
  ە: 'ه',
  ۀ: 'ه',
  ۃ: 'ة',
  ھ: 'ھ',
  ټ: 'ٹ',
  ډ: 'ڈ',
  ړ: 'ڑ',
  ڕ: 'ر',
  ڵ: 'ل',
  ڼ: 'ن',
  ں: 'ن',
  څ: 'س',
  ځ: 'ز',
  ښ: 'ش',
  ږ: 'ژ',
  ۆ: 'و',
  ۇ: 'و',
  ۈ: 'و',
  ۋ: 'و',
  ٱ: 'ا',
  ٲ: 'أ',
  ٳ: 'إ',
  ڨ: 'گ',
  ڥ: 'ڤ',
  ڢ: 'ف',
  ۏ: 'و',
  ٻ: 'ب',
  ٺ: 'ٹ',
  ڌ: 'د',
  ڏ: 'د',
  ٽ: 'ٹ',
  ٿ: 'ٹ',
  ڄ: 'ج',
  ڃ: 'ج',
  ڇ: 'چ',
  ڦ: 'پ',
  ڳ: 'گ',
  ڱ: 'ن',
  ڻ: 'ن',
  ڙ: 'ڑ',
};
const known = /[\u0621-\u063a\u0641-\u064aٹپچژڑڈڤگھ]/u;

/** An Arabic-script word reduced to the letters that the letter tables know. */
export function foldArabic(word: string): string {
  let folded = '';
  for (const letter of word) {
    const sign = same[letter] ?? letter;
    if (known.test(sign)) folded += sign;
  }
  return folded;
}
