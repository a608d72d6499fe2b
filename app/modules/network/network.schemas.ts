import { z } from 'zod';
import { isCountry } from '#platform/code-lists/countries.ts';
import { codeSchema } from '#platform/code-lists/code-lists.ts';
import { staffLanguages } from '#platform/language/interface-languages.ts';
import { lineSchema, noteSchema } from '#platform/operations/text-schema.ts';
import { newCentreSchema, newSiteSchema } from '#modules/centres/index.server.ts';
import { inquiryAnswers } from './network.ts';

const staffLanguage = z.enum(staffLanguages as [string, ...string[]], 'field.choose-one');

/** Somebody who is invited by the network: they choose their own passphrase and code. */
export const invitedSchema = z.object({
  name: lineSchema(120),
  email: z.email().max(200),
  language: staffLanguage,
});

/** The centre as the guided set-up describes it, with its first site and whoever will run it. */
export const openCentreInput = z
  .object({ ...newCentreSchema.shape, site: newSiteSchema, coordinator: invitedSchema })
  .refine(({ languages, defaultLanguage }) => languages.includes(defaultLanguage), {
    path: ['defaultLanguage'],
    message: 'field.default-not-offered',
  });

export const centreIdInput = z.object({ centreId: z.uuid() });
export const suspendCentreInput = z.object({ centreId: z.uuid(), reason: lineSchema(300) });

/** As little of a person as makes them certain. Nothing of it is stored. */
export const askInput = z.object({
  name: z.object({ given: lineSchema(120), family: lineSchema(120).optional() }),
  birthYear: z.coerce.number().int().min(1900).max(2100).optional(),
  phone: lineSchema(40).optional(),
  card: lineSchema(40).optional(),
  sex: codeSchema('sex').optional(),
  originCountry: z.string().refine(isCountry, 'field.choose-one').optional(),
  /** The person is here and agrees that other centres are asked. */
  agreed: z.literal(true, 'field.person-must-agree'),
});
export type AskInput = z.output<typeof askInput>;

export const inquireInput = z.object({ askId: z.uuid(), reason: noteSchema(600) });
export const answerInput = z.object({
  askId: z.uuid(),
  answer: z.enum(inquiryAnswers, 'field.choose-one'),
});
