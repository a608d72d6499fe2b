import { z } from 'zod';
import { isClientLanguage } from '#platform/code-lists/client-languages.ts';
import { codeLists, codeSchema } from '#platform/code-lists/code-lists.ts';
import { isCountry } from '#platform/code-lists/countries.ts';
import { calendars } from '#platform/language/interface-languages.ts';
import { lineSchema, noteSchema } from '#platform/operations/text-schema.ts';

const country = z.string().refine(isCountry, 'field.choose-one');
const nationality = z
  .string()
  .refine((code) => isCountry(code) || codeLists.noNationality.has(code), 'field.choose-one');
const language = z.string().refine(isClientLanguage, 'field.choose-one');
const day = z.iso.date('field.not-a-date');
const hour = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'field.not-a-time');
const number = z.union([z.number().int(), z.string().max(12)]);

/** As `parseBirth` reads it: one text, or parts, or an age, in the calendar the person knows. */
export const birthSchema = z.object({
  calendar: z.enum(calendars).default('gregory'),
  text: lineSchema(60).optional(),
  year: number.optional(),
  month: number.optional(),
  day: number.optional(),
  age: number.optional(),
});

export const nameSchema = z.object({
  given: lineSchema(120),
  family: lineSchema(120).optional(),
  kind: z.enum(['main', 'alias']).default('main'),
});

export const phoneSchema = z
  .object({
    number: lineSchema(40),
    owner: codeSchema('phoneOwner').default('unknown'),
    safeToCall: z.boolean().default(false),
    safeToMessage: z.boolean().default(false),
    safeFrom: hour.optional(),
    safeTo: hour.optional(),
    safeDays: z.array(z.number().int().min(0).max(6)).max(7).optional(),
    safeWords: lineSchema(300).optional(),
    note: lineSchema(300).optional(),
  })
  .refine((phone) => (phone.safeFrom === undefined) === (phone.safeTo === undefined), {
    path: ['safeTo'],
    message: 'field.both-hours',
  });

/** How to reach a person safely, replaced as a whole. */
export const safeContactShape = {
  phones: z.array(phoneSchema).max(6, 'field.too-many').default([]),
  messageApp: z.object({ app: lineSchema(40), name: lineSchema(120).optional() }).optional(),
  email: z.object({ address: z.email().max(200), safe: z.boolean().default(false) }).optional(),
  contactWarning: noteSchema(1_000).optional(),
};

/** Who a person is and what may be counted of them. */
export const personShape = {
  names: z.array(nameSchema).min(1, 'field.required').max(12, 'field.too-many'),
  sex: codeSchema('sex'),
  birth: birthSchema.optional(),
  /** Only where nothing else is known of the birth. */
  ageBand: codeSchema('ageBand').optional(),
  nationalities: z.array(nationality).max(4, 'field.too-many').default([]),
  originCountry: country.optional(),
  /** Province or district, as the centre counts it. */
  originAdmin1: lineSchema(80).optional(),
  originPlace: lineSchema(120).optional(),
  destinations: z.array(country).max(6, 'field.too-many').default([]),
  currentPlace: lineSchema(200).optional(),
  address: noteSchema(500).optional(),
  stage: codeSchema('stage'),
  purpose: codeSchema('purpose').optional(),
  categories: z.array(codeSchema('clientCategory')).max(8, 'field.too-many').default([]),
  /** The preferred one first. */
  languages: z.array(language).min(1, 'field.required').max(8, 'field.too-many'),
  literacy: codeSchema('literacy').optional(),
  education: codeSchema('education').optional(),
  employment: codeSchema('employment').optional(),
  sector: codeSchema('sector').optional(),
  dependants: z.number().int().min(0).max(40).optional(),
  heardVia: codeSchema('referredBy').optional(),
  staffSexPreference: z.enum(['female', 'male', 'no_preference']).optional(),
  emergencyContact: z
    .object({
      name: lineSchema(120),
      phone: lineSchema(40).optional(),
      relation: lineSchema(80).optional(),
      mayContact: z.boolean().default(false),
    })
    .optional(),
  /** Only where a service depends on it, and never without the person's consent to the record. */
  legalStatus: codeSchema('legalStatus').optional(),
  gender: codeSchema('gender').optional(),
  marital: codeSchema('marital').optional(),
  disability: z.partialRecord(codeSchema('disability'), codeSchema('disabilityLevel')).optional(),
  idDocuments: z
    .array(
      z.object({
        type: codeSchema('idType'),
        number: lineSchema(60),
        issuer: country.optional(),
        expires: day.optional(),
      }),
    )
    .max(6, 'field.too-many')
    .default([]),
  note: noteSchema(4_000).optional(),
};

export const personSchema = z.object(personShape);
export const safeContactSchema = z.object(safeContactShape);
export type PersonInput = z.output<typeof personSchema>;
export type SafeContactInput = z.output<typeof safeContactSchema>;

const version = z.number().int().min(1);
export const updateClientInput = z.object({ clientId: z.uuid(), version, ...personShape });
export const setSafeContactInput = z.object({ clientId: z.uuid(), version, ...safeContactShape });
export const clientIdInput = z.object({ clientId: z.uuid() });
export const assignClientInput = z.object({ clientId: z.uuid(), staffId: z.uuid().nullable() });
export const restrictClientInput = z.object({
  clientId: z.uuid(),
  reason: lineSchema(300),
  /** Who may open it beside the one who restricts. */
  readers: z.array(z.uuid()).max(20, 'field.too-many').default([]),
});
export const unrestrictClientInput = z.object({ clientId: z.uuid(), reason: lineSchema(300) });
export const readerInput = z.object({
  clientId: z.uuid(),
  staffId: z.uuid(),
  reason: lineSchema(300).optional(),
});
export const notDuplicateInput = z.object({ clientId: z.uuid(), otherClientId: z.uuid() });
