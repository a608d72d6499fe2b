import { z } from 'zod';
import { publicLanguages } from '#platform/language/interface-languages.ts';
import { lineSchema, noteSchema } from '#platform/operations/text-schema.ts';
import type { LocalText } from './centre.tables.server.ts';

const languageOfText = z.enum(publicLanguages as [string, ...string[]]);

/** One line per language; languages without a text are left out. */
export const localLineSchema = (max: number): z.ZodType<LocalText> =>
  z.partialRecord(languageOfText, lineSchema(max)) as z.ZodType<LocalText>;
/** Several lines per language. */
export const localNoteSchema = (max: number): z.ZodType<LocalText> =>
  z.partialRecord(languageOfText, noteSchema(max)) as z.ZodType<LocalText>;

/** At least one language has a text. */
export const hasText = (text: LocalText): boolean => Object.values(text).some((each) => each.trim() !== '');

/** The text in this language, else in the first of the others that has one, else empty. */
export function textIn(text: LocalText, language: string, others: readonly string[] = []): string {
  const found = [language, ...others, 'en', ...Object.keys(text)].find((code) => text[code]);
  return found === undefined ? '' : (text[found] ?? '');
}
