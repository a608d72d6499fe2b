import { toAsciiDigits } from '#platform/language/digits.ts';

/** Where a card's number is sealed. */
export const cardPlace = (cardId: string) => ({ table: 'client_card', column: 'sealed_number', row: cardId });

const randomDigits = 9;

/**
 * A card number: nine random digits and a check digit by Luhn, so that one slip of the pen is noticed.
 * @param random gives a whole number from 0 up to, not including, its argument
 */
export function newCardNumber(random: (below: number) => number): string {
  // The first digit is never 0: programs and people drop it.
  const digits = [1 + random(9), ...Array.from({ length: randomDigits - 1 }, () => random(10))].join('');
  return digits + checkDigit(digits);
}

export const isCardNumber = (typed: string): boolean => {
  const digits = cardDigits(typed);
  return digits.length === randomDigits + 1 && checkDigit(digits.slice(0, -1)) === digits.at(-1);
};

/** The ten digits of what was typed or scanned, in any script's digits and with any gaps. */
export const cardDigits = (typed: string): string => toAsciiDigits(typed).replace(/\D/g, '');

/** `4821 730 956`: as it is printed and read aloud. */
export const formatCardNumber = (number: string): string =>
  `${number.slice(0, 4)} ${number.slice(4, 7)} ${number.slice(7)}`;

function checkDigit(digits: string): string {
  let sum = 0;
  for (const [at, digit] of [...digits].reverse().entries()) {
    const value = at % 2 === 0 ? Number(digit) * 2 : Number(digit);
    sum += value > 9 ? value - 9 : value;
  }
  return String((10 - (sum % 10)) % 10);
}
