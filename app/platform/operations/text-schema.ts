import { z } from 'zod';

// NUL and other controls (line breaks and tabs stay), and the bidi overrides that make text look like other text.
const unwelcome = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/;

/** One line that a person typed, trimmed. Blank counts as not given where the schema is optional. */
export const lineSchema = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .refine((text) => isClean(text) && !/[\r\n]/.test(text), 'field.bad-characters');

/** Several lines, trimmed at the ends. */
export const noteSchema = (max: number) =>
  z.string().trim().min(1).max(max).refine(isClean, 'field.bad-characters');

/** No control characters, no direction overrides, no half characters: the text is what it looks like. */
export function isClean(text: string): boolean {
  return text.isWellFormed() && !unwelcome.test(text);
}
