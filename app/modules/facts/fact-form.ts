import { toAsciiDigits } from '#platform/language/digits.ts';

type Form = Record<string, unknown>;

/** Digits of any script, without the marks between thousands: `١٬٥٠٠` and `1,500` are 1500. */
const number = (value: unknown): unknown =>
  typeof value === 'string'
    ? toAsciiDigits(value)
        .replace(/[\s,٬’']/g, '')
        .replace('٫', '.')
    : value;

/** The form of a fact as input of `fact.add` and `fact.change`; what cannot be understood goes on as it is. */
export const factOfForm = (form: Form): Form => ({
  ...form,
  value: number(form['value']),
  valueTo: number(form['valueTo']),
  sourceDate: typeof form['sourceDate'] === 'string' ? toAsciiDigits(form['sourceDate']) : form['sourceDate'],
  ...(form['version'] !== undefined && { version: Number(form['version']) }),
  ...(form['substance'] !== undefined && { substance: form['substance'] === 'yes' }),
});
