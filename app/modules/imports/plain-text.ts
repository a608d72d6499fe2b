import { toAsciiDigits } from '#platform/language/digits.ts';
import type { CellValue } from '#platform/tables/table.ts';

// Marks that steer the direction of writing, the long dash inside Arabic words, controls.
const invisible =
  /[\u0000-\u0008\u000b-\u001f\u007f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/g;
/** What people write where they know nothing. */
const nothing =
  /^(?:[-–—_.?؟/\\*]+|n\/?a|nil|none|null|unknown|نامعلوم|لا يوجد|غير معروف|ندارد|نہیں|অজানা|নেই)$/iu;

/** A cell as one clean line; empty where it says nothing. */
export function cellText(value: CellValue): string {
  if (value === null) return '';
  const text = typeof value === 'object' ? value.date : String(value);
  const clean = text
    .toWellFormed()
    .replaceAll(invisible, '')
    .replaceAll('\ufffd', '')
    .replaceAll(/\s+/gu, ' ')
    .trim()
    // The guard that tables put before what looks like a formula.
    .replace(/^'(?=[=+\-@])/, '');
  return nothing.test(clean) ? '' : clean;
}

const arabicForms: Record<string, string> = {
  ي: 'ی',
  ى: 'ی',
  ئ: 'ی',
  ك: 'ک',
  ة: 'ه',
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ؤ: 'و',
  ۀ: 'ه',
};

/** A word as it is compared with other words: case, marks, letter forms and digits make no difference. */
export function wordKey(text: string): string {
  return toAsciiDigits(text)
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[\p{Mn}\u0640\u200d]/gu, '')
    .replaceAll(/[يىئكةأإآؤۀ]/gu, (letter) => arabicForms[letter] ?? letter)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
