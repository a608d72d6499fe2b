import { z } from 'zod';
import { isClientLanguage } from '#platform/code-lists/client-languages.ts';
import { codeSchema } from '#platform/code-lists/code-lists.ts';
import { isCountry } from '#platform/code-lists/countries.ts';
import { lineSchema } from '#platform/operations/text-schema.ts';
import { contactWho } from './contact.ts';

/** Of what was left open in a contact. */
export const unknownValue = 'unknown';
const country = z.string().refine((code) => isCountry(code) || code === unknownValue, 'field.choose-one');

/** What the list of contacts can be narrowed to. The names stand in addresses, kept filters and links from statistics. */
export const contactFilter = {
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  /** `mine`, or everybody's. */
  whose: z.enum(['mine', 'all']).default('mine'),
  who: z.enum(contactWho).optional(),
  channel: codeSchema('channel').optional(),
  channelGroup: codeSchema('channelGroup').optional(),
  topic: codeSchema('topic').optional(),
  result: codeSchema('counsellingResult').optional(),
  language: z.string().refine(isClientLanguage, 'field.choose-one').optional(),
  sex: codeSchema('sex').optional(),
  ageBand: codeSchema('ageBand').optional(),
  stage: codeSchema('stage').optional(),
  nationality: country.optional(),
  district: lineSchema(80).optional(),
  corridorFrom: country.optional(),
  corridorTo: country.optional(),
  site: z.uuid().optional(),
  counsellor: z.uuid().optional(),
  /** The first contact of a person with a file. */
  firstTime: z.enum(['yes', 'no']).optional(),
  /** `recorded` and `first-recorded`: by the moment it was entered; `newest` and `oldest`: by the day it happened. */
  sort: z.enum(['recorded', 'first-recorded', 'newest', 'oldest']).default('recorded'),
};

export const contactFilterSchema = z.object(contactFilter);
export type ContactFilter = z.output<typeof contactFilterSchema>;
