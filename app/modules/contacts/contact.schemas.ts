import { z } from 'zod';
import { isClientLanguage } from '#platform/code-lists/client-languages.ts';
import { codeSchema } from '#platform/code-lists/code-lists.ts';
import { isCountry } from '#platform/code-lists/countries.ts';
import { lineSchema, noteSchema } from '#platform/operations/text-schema.ts';
import { contactWho, explainableOptions, followUpOutcomes, followUpWays, givenDocuments } from './contact.ts';

const language = z.string().refine(isClientLanguage, 'field.choose-one');
const country = z.string().refine(isCountry, 'field.choose-one');
const day = z.iso.date('field.not-a-date');
const scale = (max: number, min = 0) => z.number().int().min(min).max(max).optional();

/** Coarse facts about somebody without a file: enough to count, too little to know. */
export const visitorFactsSchema = z.object({
  sex: codeSchema('sex').default('unknown'),
  ageBand: codeSchema('ageBand').default('unknown'),
  stage: codeSchema('stage').default('unknown'),
  nationality: country.optional(),
  district: lineSchema(80).optional(),
});

/** What was said and done: the same for a new contact and a corrected one. */
const conversation = z.object({
  channel: codeSchema('channel'),
  direction: codeSchema('contactDirection').default('inbound'),
  /** The day it happened, `YYYY-MM-DD`; today when left out. */
  occurredOn: day.optional(),
  /** `HH:MM` in the centre's time. */
  startedAt: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'field.not-a-time')
    .optional(),
  minutes: z.number().int().min(0).max(1440),
  language,
  interpreter: z.boolean().default(false),
  /** Main topic first. */
  topics: z.array(codeSchema('topic')).min(1, 'field.choose-one').max(12),
  corridorFrom: country.optional(),
  corridorTo: country.optional(),
  result: codeSchema('counsellingResult'),
  stayOptionExplained: z.boolean().default(false),
  riskInfoGiven: z.boolean().default(false),
  optionsExplained: z.array(z.enum(explainableOptions)).max(6).default([]),
  documentsGiven: z.array(z.enum(givenDocuments)).max(6).default([]),
  thirdPartyPresent: z.boolean().default(false),
  privateSpace: z.boolean().optional(),
  urgent: z.boolean().default(false),
  intentionBefore: codeSchema('decisionAfter').optional(),
  intentionAfter: codeSchema('decisionAfter').optional(),
  likelihoodBefore: scale(10),
  likelihoodAfter: scale(10),
  knowledgeBefore: scale(10),
  knowledgeAfter: scale(10),
  knowsWhomToContact: z.boolean().optional(),
  satisfaction: scale(5, 1),
  note: noteSchema(8_000).optional(),
});

export const planFollowUpSchema = z.object({
  dueOn: day,
  way: z.enum(followUpWays),
  note: lineSchema(500).optional(),
  /** The colleague who will do it; oneself when left out. */
  assignedTo: z.uuid().optional(),
});

export const recordContactInput = conversation.extend({
  who: z.enum(contactWho),
  /** For whom: the first is the main person, the others were advised together with them. */
  clientIds: z.array(z.uuid()).max(12, 'field.too-many').default([]),
  /** Who spoke: the person, or a relative or friend on the person's behalf. */
  asker: codeSchema('callerRole').default('self'),
  facts: visitorFactsSchema.optional(),
  /** How many people were counted; only for a head-count. */
  people: z.number().int().min(1).max(10_000).optional(),
  /** Published pages that were shown; their versions of now are kept with the contact. */
  guideIds: z.array(z.uuid()).max(12, 'field.too-many').default([]),
  siteId: z.uuid().optional(),
  arrivalId: z.uuid().optional(),
  followUp: planFollowUpSchema.optional(),
});

export const correctContactInput = conversation.extend({
  contactId: z.uuid(),
  version: z.number().int().min(1),
  facts: visitorFactsSchema.optional(),
  reason: lineSchema(300),
});

export const linkGuidesInput = z.object({
  contactId: z.uuid(),
  guideIds: z.array(z.uuid()).min(1, 'field.choose-one').max(12, 'field.too-many'),
});
export const unlinkGuideInput = z.object({ contactId: z.uuid(), guideId: z.uuid() });

export const voidContactInput = z.object({
  contactId: z.uuid(),
  version: z.number().int().min(1),
  reason: lineSchema(300),
});

export const planFollowUpInput = planFollowUpSchema.extend({
  clientId: z.uuid(),
  contactId: z.uuid().optional(),
});
export const moveFollowUpInput = z.object({
  followUpId: z.uuid(),
  version: z.number().int().min(1),
  dueOn: day,
  assignedTo: z.uuid().optional(),
});
export const closeFollowUpInput = z.object({
  followUpId: z.uuid(),
  version: z.number().int().min(1),
  outcome: z.enum(followUpOutcomes),
});

export type RecordContact = z.output<typeof recordContactInput>;
export type Conversation = z.output<typeof conversation>;
export type VisitorFacts = z.output<typeof visitorFactsSchema>;
