import { z } from 'zod';
import { codeSchema } from '#platform/code-lists/code-lists.ts';

const localText = z.record(z.string().min(2).max(20), z.string().trim().max(300));

export const openingHoursSchema = z.object({
  day: z.number().int().min(0).max(6),
  from: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'field.not-a-time'),
  to: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'field.not-a-time'),
});

export const newSiteSchema = z.object({
  name: localText,
  type: codeSchema('siteType'),
  address: localText.default({}),
  addressHidden: z.boolean().default(false),
  phone: z.string().trim().max(40).optional(),
  hours: z.array(openingHoursSchema).max(28).default([]),
  languages: z.array(z.string().min(2).max(20)).max(60).default([]),
  accessible: z.boolean().optional(),
});

export const newCentreSchema = z.object({
  name: localText.refine((name) => Object.values(name).some((text) => text.length > 0), 'field.required'),
  kind: codeSchema('centreKind'),
  context: codeSchema('migrationContext'),
  country: z.string().regex(/^[A-Z]{2}$/, 'field.choose-one'),
  timeZone: z.string().refine((zone) => Intl.supportedValuesOf('timeZone').includes(zone) || zone === 'UTC', 'field.choose-one'),
  defaultLanguage: z.string().min(2).max(20),
  /** Languages of the interface and the public pages. */
  languages: z.array(z.string().min(2).max(20)).min(1, 'field.choose-one').max(40),
  /** Languages in which clients can be served. */
  clientLanguages: z.array(z.string().min(2).max(20)).min(1, 'field.choose-one').max(80),
  calendar: z.string().max(30).default('gregory'),
  phone: z.string().trim().max(40).optional(),
  email: z.email().max(200).optional(),
  address: localText.default({}),
  services: z.array(z.string().max(60)).max(120).default([]),
  filePrefix: z.string().regex(/^[A-Z]{1,4}$/, 'field.not-valid').default('K'),
});

/** Everything the guided set-up gathers, written in one go at its end. */
export const completeSetupInput = z.object({
  centre: newCentreSchema,
  sites: z.array(newSiteSchema).min(1, 'field.required').max(50),
  /** Code-list values, topics and fields that this centre does not use. */
  switchedOff: z.array(z.object({ list: z.string().max(60), code: z.string().max(60) })).max(1000).default([]),
  coordinator: z.object({
    name: z.string().trim().min(1).max(120),
    email: z.email().max(200),
    language: z.string().min(2).max(20),
    passphrase: z.string().min(12, 'field.passphrase-short').max(200),
    seed: z.string().regex(/^[A-Z2-7]{32}$/),
    code: z.string().max(20),
  }),
});
