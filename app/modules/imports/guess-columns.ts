import { toAsciiDigits } from '#platform/language/digits.ts';
import type { CellValue } from '#platform/tables/table.ts';
import { columnWords } from './column-words.ts';
import { type ImportFieldName, importFieldNames } from './import-fields.ts';
import { cellText, wordKey } from './plain-text.ts';
import { readDayParts } from './read-day-parts.ts';

const fieldByWord = new Map<string, ImportFieldName>();
for (const field of importFieldNames)
  for (const word of [field, ...columnWords[field]]) {
    const key = wordKey(word);
    if (key !== '' && !fieldByWord.has(key)) fieldByWord.set(key, field);
  }

/** The field that a heading names, and how surely: the whole heading is a known word, or begins or ends with one. */
export function fieldOfHeading(heading: string): { field: ImportFieldName; sure: boolean } | undefined {
  const key = wordKey(heading);
  if (key === '') return undefined;
  const whole = fieldByWord.get(key);
  if (whole) return { field: whole, sure: true };
  // "Name / نام", "Phone No. (Pakistan)": each part by itself, then the longest known words inside.
  for (const part of heading.split(/[/|()\n\-–]/u)) {
    const field = fieldByWord.get(wordKey(part));
    if (field) return { field, sure: true };
  }
  let best: { field: ImportFieldName; length: number } | undefined;
  for (const [word, field] of fieldByWord)
    if (word.length > 3 && word.length > (best?.length ?? 0) && ` ${key} `.includes(` ${word} `))
      best = { field, length: word.length };
  return best && { field: best.field, sure: false };
}

/**
 * What each column holds: by its heading in any of our languages, else by what stands in it. No field twice; a second
 * column of phones is the second phone. @param samples values by column
 */
export function guessColumns(
  headings: readonly string[],
  samples: readonly (readonly CellValue[])[],
  today: string,
): (ImportFieldName | undefined)[] {
  const taken = new Set<ImportFieldName>();
  const guessed: (ImportFieldName | undefined)[] = headings.map(() => undefined);
  const place = (at: number, field: ImportFieldName): void => {
    const free = field === 'phone' && taken.has('phone') ? 'secondPhone' : field;
    if (taken.has(free)) return;
    taken.add(free);
    guessed[at] = free;
  };
  const named = headings.map(fieldOfHeading);
  for (const sure of [true, false])
    named.forEach((found, at) => {
      if (found && found.sure === sure && guessed[at] === undefined) place(at, found.field);
    });
  headings.forEach((_, at) => {
    if (guessed[at] !== undefined) return;
    const field = fieldOfContent(samples[at] ?? [], today);
    if (field) place(at, field);
  });
  // One column of days beside people and nothing else of visits is the day they were registered.
  if (
    taken.has('visitOn') &&
    !taken.has('registeredOn') &&
    !['topic', 'channel', 'result', 'visitNote'].some((field) => taken.has(field as ImportFieldName))
  )
    return guessed.map((field) => (field === 'visitOn' ? 'registeredOn' : field));
  return guessed;
}

/** What a column without a telling heading holds, where most of its values say so. */
function fieldOfContent(values: readonly CellValue[], today: string): ImportFieldName | undefined {
  const filled = values.filter((value) => cellText(value) !== '');
  if (filled.length < 3) return undefined;
  const most = (test: (value: CellValue) => boolean): boolean =>
    filled.filter(test).length >= filled.length * 0.7;
  const digits = (value: CellValue): string => toAsciiDigits(cellText(value)).replaceAll(/[\s\-+().]/g, '');
  if (most((value) => /^\d{13}$/.test(digits(value)))) return 'idNumber';
  if (most((value) => /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(cellText(value)))) return 'email';
  if (most((value) => /^\d{9,15}$/.test(digits(value)))) return 'phone';
  if (most((value) => ['m', 'f', 'male', 'female'].includes(wordKey(cellText(value))))) return 'sex';
  const day = (value: CellValue) => readDayParts(value, { calendar: 'gregory', order: 'dmy' }, today);
  if (most((value) => (day(value)?.day ?? 0) > 0)) return 'registeredOn';
  return undefined;
}
