import { z } from 'zod';
import { isCountry } from '#platform/code-lists/countries.ts';
import { codeSchema } from '#platform/code-lists/code-lists.ts';
import { isClientLanguage } from '#platform/code-lists/client-languages.ts';
import { calendars, publicLanguages } from '#platform/language/interface-languages.ts';
import { normalisePhone } from '#platform/language/phone.ts';
import { lineSchema } from '#platform/operations/text-schema.ts';
import { hasText, localLineSchema, localNoteSchema } from './local-text.ts';
import { findHoursFault } from './opening-hours.ts';

const timeSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'field.not-a-time');
const phoneSchema = lineSchema(40).refine(
  (typed) => normalisePhone(typed) !== undefined,
  'field.not-a-phone-number',
);

export const openingHoursSchema = z.object({
  day: z.number().int().min(0).max(6),
  from: timeSchema,
  to: timeSchema,
});

const weekSchema = z
  .array(openingHoursSchema)
  .max(28)
  .superRefine((hours, context) => {
    const fault = findHoursFault(hours);
    if (fault) context.addIssue({ code: 'custom', path: [fault.at, 'to'], message: `field.${fault.code}` });
  });

export const interfaceLanguageSchema = z.enum(publicLanguages as [string, ...string[]], 'field.choose-one');
const clientLanguageSchema = z.string().max(20).refine(isClientLanguage, 'field.not-in-list');
const unique = <Item>(items: Item[]) => [...new Set(items)];

export const newSiteSchema = z.object({
  name: localLineSchema(120).refine(hasText, 'field.required'),
  type: codeSchema('siteType'),
  address: localNoteSchema(400).default({}),
  /** A shelter's address, for instance: never shown to the public. */
  addressHidden: z.boolean().default(false),
  phone: phoneSchema.optional(),
  hours: weekSchema.default([]),
  languages: z.array(clientLanguageSchema).max(80).default([]).transform(unique),
  accessible: z.boolean().optional(),
});

export const centreProfileSchema = z.object({
  name: localLineSchema(120).refine(hasText, 'field.required'),
  kind: codeSchema('centreKind'),
  context: codeSchema('migrationContext'),
  country: z.string().refine(isCountry, 'field.choose-one'),
  timeZone: z.string().refine(isTimeZone, 'field.choose-one'),
  calendar: z.enum(calendars).default('gregory'),
  phone: phoneSchema.optional(),
  email: z.email().max(200).optional(),
  address: localNoteSchema(400).default({}),
  /** First letters of file numbers. */
  filePrefix: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z]{1,4}$/, 'field.file-prefix')
    .default('K'),
});

const languageChoice = z.object({
  defaultLanguage: interfaceLanguageSchema,
  /** Languages of the interface and the public pages. */
  languages: z.array(interfaceLanguageSchema).min(1, 'field.choose-one').max(40).transform(unique),
  /** Languages in which clients can be served. */
  clientLanguages: z.array(clientLanguageSchema).min(1, 'field.choose-one').max(80).transform(unique),
});

const defaultIsOffered = (choice: { defaultLanguage: string; languages: string[] }) =>
  choice.languages.includes(choice.defaultLanguage);
const offered = { path: ['defaultLanguage'], message: 'field.default-not-offered' };

export const centreLanguagesSchema = languageChoice.refine(defaultIsOffered, offered);
export const centreServicesSchema = z.object({
  services: z.array(codeSchema('service')).max(120).default([]).transform(unique),
});

export const newCentreSchema = z
  .object({ ...centreProfileSchema.shape, ...languageChoice.shape, ...centreServicesSchema.shape })
  .refine(defaultIsOffered, offered);

/** The row as the editor saw it: a later version means that somebody else has saved meanwhile. */
export const versionSchema = z.coerce.number().int().min(1);

export type NewSite = z.output<typeof newSiteSchema>;
export type NewCentre = z.output<typeof newCentreSchema>;
export type CentreProfile = z.output<typeof centreProfileSchema>;

function isTimeZone(zone: string): boolean {
  return zone === 'UTC' || Intl.supportedValuesOf('timeZone').includes(zone);
}
