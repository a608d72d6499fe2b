import { toAsciiDigits } from '#platform/language/digits.ts';
import { readAmount } from './decimal.ts';
import { amountNames, type Answers, answerLists, answerSets, aspects } from './decision.ts';

/** A form's fields as they came; a repeated name is a list. */
export type FormValues = Readonly<Record<string, string | string[]>>;

export interface ReadAnswers {
  answers: Answers;
  /** Fields of which the text could not be understood, with the code of why (`decide:<code>`). */
  errors: Record<string, 'amountBad' | 'monthsBad'>;
}

/** "None of these" for a set that was shown: an empty list of boxes would look like a step that was skipped. */
export const noneMark = '-';

/**
 * Answers out of a form whose hidden fields anybody may have written: only known names with known values come through, the
 * rest is as if it had not been said. What somebody typed as an amount and cannot be read is named, not dropped in silence.
 */
export function readAnswers(values: FormValues, known: { papers: readonly string[] }): ReadAnswers {
  const errors: ReadAnswers['errors'] = {};
  const found: Record<string, unknown> = {};
  for (const [name, list] of Object.entries(answerLists)) keep(name, oneOf(list, first(values[name])));
  for (const [name, list] of Object.entries(answerSets)) keep(name, someOf(list, values[name]));
  keep('documents', someOf(known.papers, values['documents']));
  keep('nationality', countryOf(first(values['nationality']), ['other']));
  keep('destination', countryOf(first(values['destination']), ['other', 'not_sure']));
  const currency = first(values['currency']);
  if (/^[A-Z]{3}$/.test(currency)) keep('currency', currency);
  for (const name of amountNames) {
    const typed = first(values[name]);
    if (typed === '') continue;
    const amount = readAmount(typed);
    if (amount === undefined) errors[name] = 'amountBad';
    keep(name, amount);
  }
  const typedMonths = first(values['contractMonths']);
  const months = wholeOf(typedMonths, 1, 120);
  if (typedMonths !== '' && months === undefined) errors['contractMonths'] = 'monthsBad';
  keep('contractMonths', months);
  keep('confidence', wholeOf(first(values['confidence']), 0, 10));
  const weights = aspects.flatMap((aspect) => {
    const weight = wholeOf(first(values[`w-${aspect}`]), 0, 5);
    return weight === undefined ? [] : [[aspect, weight] as const];
  });
  if (weights.length > 0) keep('weights', Object.fromEntries(weights));
  return { answers: found, errors };

  function keep(name: string, value: unknown) {
    if (value !== undefined) found[name] = value;
  }
}

/** Answers as hidden fields, to be read again by `readAnswers`. */
export function writeAnswers(answers: Answers): [name: string, value: string][] {
  return Object.entries(answers).flatMap(([name, value]): [string, string][] => {
    if (value === undefined) return [];
    if (name === 'weights') {
      return Object.entries(value as Record<string, number>).map(([aspect, weight]) => [
        `w-${aspect}`,
        String(weight),
      ]);
    }
    if (Array.isArray(value)) return [[name, value.length > 0 ? value.join(',') : noneMark]];
    return [[name, typeof value === 'number' ? String(value) : (value as string)]];
  });
}

const first = (value: string | string[] | undefined): string =>
  (Array.isArray(value) ? value[0] : value)?.trim() ?? '';

const oneOf = (list: readonly string[], value: string): string | undefined =>
  list.includes(value) ? value : undefined;

function someOf(list: readonly string[], value: string | string[] | undefined): string[] | undefined {
  if (value === undefined) return undefined;
  const said = [value].flat().flatMap((text) => text.split(',', 60));
  const chosen = list.filter((code) => said.includes(code));
  return chosen.length > 0 || said.includes(noneMark) ? chosen : undefined;
}

const countryOf = (value: string, others: readonly string[]): string | undefined =>
  /^[A-Z]{2}$/.test(value) || others.includes(value) ? value : undefined;

function wholeOf(text: string, min: number, max: number): number | undefined {
  const plain = toAsciiDigits(text);
  const value = /^\d{1,3}$/.test(plain) ? Number(plain) : undefined;
  return value !== undefined && value >= min && value <= max ? value : undefined;
}
