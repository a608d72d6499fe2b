/**
 * People who exist nowhere else. All their texts begin with one of a few marks, so that ten thousand of them are found by
 * looking for the marks alone; phones and papers begin with the same eight digits.
 */
export const marks = {
  latin: 'Zephyrquillo',
  arabic: 'زمردفانوسپور',
  bengali: 'শঙ্খমালাধূপ',
  cyrillic: 'Журавлиномост',
  digits: '91827364',
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

const scripts = [marks.latin, marks.arabic, marks.bengali, marks.cyrillic];

export function canaryPerson(at: number): CanaryPerson {
  const mark = scripts[at % scripts.length] ?? marks.latin;
  const number = String(at).padStart(5, '0');
  return {
    given: `${mark}${number}`,
    family: `${mark}${[...number].reverse().join('')}`,
    phone: `${marks.digits}${number}`,
    email: `${marks.latin}${number}@people.example`,
    document: `${marks.digits}-${number}`,
    text: (about) => `${mark} ${about} ${number}`,
  };
}
