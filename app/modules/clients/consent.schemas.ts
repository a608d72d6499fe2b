import { z } from 'zod';
import { isClientLanguage } from '#platform/code-lists/client-languages.ts';
import { codeSchema } from '#platform/code-lists/code-lists.ts';
import { interfaceLanguage } from '#platform/language/interface-languages.ts';
import { lineSchema, noteSchema } from '#platform/operations/text-schema.ts';
import { askedPurposes, consentForms, explainedPoints } from './consent.ts';

const decision = z.enum(['given', 'refused', 'not_possible_vital_interest']);

/** How the explaining and deciding went: one conversation, several decisions. */
export const consentTalkShape = {
  /** The language in which it was explained, interpreted or read aloud. */
  explainedIn: z
    .string()
    .refine((code) => isClientLanguage(code) || interfaceLanguage(code).code === code, 'field.choose-one'),
  form: z.enum(consentForms).optional(),
  /** What was explained; all of it before a yes counts. */
  explained: z.array(z.enum(explainedPoints)).max(6).default([]),
  givenOn: z.iso.date('field.not-a-date').optional(),
  validUntil: z.iso.date('field.not-a-date').optional(),
  witness: lineSchema(120).optional(),
  guardian: lineSchema(120).optional(),
  assent: z.boolean().optional(),
  bestInterest: noteSchema(1_000).optional(),
  reason: noteSchema(1_000).optional(),
};

export const registrationConsentSchema = z.object({
  ...consentTalkShape,
  decisions: z.partialRecord(z.enum(askedPurposes), decision),
});
export type RegistrationConsent = z.output<typeof registrationConsentSchema>;

export const recordConsentInput = z.object({
  clientId: z.uuid(),
  ...consentTalkShape,
  decisions: z
    .partialRecord(codeSchema('consentPurpose'), decision)
    .refine((decisions) => Object.keys(decisions).length > 0, 'field.choose-one'),
});
export type RecordConsent = z.output<typeof recordConsentInput>;

export const withdrawConsentInput = z.object({
  clientId: z.uuid(),
  purposes: z.array(codeSchema('consentPurpose')).min(1, 'field.choose-one').max(12),
  /** What the person said, if anything; they owe no reason. */
  reason: noteSchema(1_000).optional(),
});
