import { interfaceLanguage } from '#platform/language/interface-languages.ts';

const zeros = { arab: 0x660, arabext: 0x6f0, beng: 0x9e6 } as const;

/** The same number in the digits of the reader's language; undefined where they are 0 to 9 anyway. */
export function ownDigits(text: string, language: string): string | undefined {
  const { digits } = interfaceLanguage(language);
  if (digits === 'latn') return undefined;
  return text.replaceAll(/\d/g, (digit) => String.fromCodePoint(zeros[digits] + Number(digit)));
}
