/**
 * People who exist nowhere else. All their texts begin with one of a few marks, so that ten thousand of them are found by
 * looking for the marks alone; phones and papers begin with the same eight digits.
 */
export const marks = {
  latin: 'Zephyrquillo',
  arabic: 'زمردفانوسپور',
  bengali: 'শঙ্খমালাধূপ',
  cyrillic: 'Журавлиномост',
  digits: '60471938',
} as const;

export interface CanaryPerson {
  given: string;
  family: string;
  phone: string;
  email: string;
  document: string;
  /** Another text each time. */
  text(about: string): string;
}

/** Each mark with ten letters of its script, which stand for the digits of a number: names hold no digits. */
const scripts: [mark: string, letters: string[]][] = [
  [marks.latin, [...'abcdefghij']],
  [marks.arabic, [...'ابتثجحخدذر']],
  [marks.bengali, [...'কখগঘঙচছজঝঞ']],
  [marks.cyrillic, [...'абвгдежзик']],
];

export function canaryPerson(at: number): CanaryPerson {
  const [mark, letters] = scripts[at % scripts.length] as (typeof scripts)[number];
  const number = String(at).padStart(5, '0');
  const spelt = [...number].map((digit) => letters[Number(digit)] ?? '');
  return {
    given: `${mark}${spelt.join('')}`,
    family: `${mark}${spelt.toReversed().join('')}`,
    phone: `${marks.digits}${number}`,
    email: `${marks.latin}${number}@people.example`,
    document: `${marks.digits}-${number}`,
    text: (about) => `${mark} ${about} ${number}`,
  };
}
