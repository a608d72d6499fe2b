const sounds: Record<string, string> = {
  ا: 'a',
  أ: 'a',
  إ: 'i',
  آ: 'a',
  ب: 'b',
  پ: 'p',
  ت: 't',
  ٹ: 't',
  ة: 'a',
  ث: 'th',
  ج: 'j',
  چ: 'ch',
  ح: 'h',
  خ: 'kh',
  د: 'd',
  ڈ: 'd',
  ذ: 'dh',
  ر: 'r',
  ڑ: 'r',
  ز: 'z',
  ژ: 'zh',
  س: 's',
  ش: 'sh',
  ص: 's',
  ض: 'd',
  ط: 't',
  ظ: 'z',
  ع: '',
  غ: 'gh',
  ف: 'f',
  ڤ: 'v',
  ق: 'q',
  ك: 'k',
  گ: 'g',
  ل: 'l',
  م: 'm',
  ن: 'n',
  ه: 'h',
  ھ: 'h',
  و: 'u',
  ؤ: 'u',
  ي: 'i',
  ى: 'a',
  ئ: 'i',
  ء: '',
};
const vowelLetters = 'اأإآويىةؤئ';

/** Arabic letters in Latin ones; short vowels are not written in Arabic and are left out here too. */
export function romaniseArabic(word: string): string {
  let latin = '';
  for (let i = 0; i < word.length; i++) {
    const letter = word[i] as string;
    const next = word[i + 1];
    const beforeVowel = next !== undefined && vowelLetters.includes(next);
    if (letter === 'و' && (i === 0 || beforeVowel)) latin += 'w';
    else if (letter === 'ي' && (i === 0 || beforeVowel)) latin += 'y';
    else if (letter === 'ع' && i === 0) latin += next !== undefined && vowelLetters.includes(next) ? '' : 'a';
    else latin += sounds[letter] ?? '';
  }
  return latin;
}
