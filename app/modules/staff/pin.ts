import { z } from 'zod';
import { toAsciiDigits } from '#platform/language/digits.ts';

/** Wrong tries after which a PIN opens nothing until its owner has typed the passphrase. */
export const pinTries = 5;

const isDay = (day: string, month: string): boolean =>
  Number(day) >= 1 && Number(day) <= 31 && Number(month) >= 1 && Number(month) <= 12;

/** Years in which a colleague or a child may be born, in the Gregorian, Islamic or Solar Hijri calendar. */
const isBirthYear = (four: string): boolean => /^(19[3-9]\d|20[0-3]\d|13[1-9]\d|14[0-4]\d)$/.test(four);

/** A date as people type one, with two or four digits of the year. */
function isDate(digits: string): boolean {
  const part = (from: number) => digits.slice(from, from + 2);
  if (digits.length === 6) {
    return (
      isDay(part(0), part(2)) ||
      isDay(part(2), part(0)) ||
      isDay(part(4), part(2)) ||
      isBirthYearSomewhere(digits)
    );
  }
  if (digits.length !== 8) return false;
  return isBirthYearSomewhere(digits);
}

const isBirthYearSomewhere = (digits: string): boolean =>
  isBirthYear(digits.slice(0, 4)) || isBirthYear(digits.slice(-4));

function isRun(digits: string): boolean {
  const steps = new Set<number>();
  for (let at = 1; at < digits.length; at += 1)
    steps.add((Number(digits[at]) - Number(digits[at - 1]) + 10) % 10);
  return steps.size === 1;
}

function isRepeated(digits: string): boolean {
  for (let length = 1; length <= digits.length / 2; length += 1) {
    const piece = digits.slice(0, length);
    if (piece.repeat(Math.ceil(digits.length / length)).slice(0, digits.length) === digits) return true;
  }
  return false;
}

/** Would somebody who knows the owner, or knows what people choose, try this within five tries? */
export const isTrivialPin = (digits: string): boolean =>
  isRun(digits) || isRepeated(digits) || new Set(digits).size < 3 || isDate(digits);

/** Digits of any script, read as 0 to 9. */
const typedDigits = z.string().trim().max(20).transform(toAsciiDigits);

/** A PIN to be kept: six to ten digits that are no run, no repetition and no date. */
export const newPinSchema = typedDigits
  .refine((digits) => /^\d{6,10}$/.test(digits), 'field.pin-length')
  .refine((digits) => !/^\d{6,10}$/.test(digits) || !isTrivialPin(digits), 'field.pin-trivial');

/** A PIN as it is typed at a locked screen: right or wrong, nothing more is said. */
export const typedPinSchema = typedDigits;
