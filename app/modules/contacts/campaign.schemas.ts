import { z } from 'zod';
import { isClientLanguage } from '#platform/code-lists/client-languages.ts';
import { codeSchema } from '#platform/code-lists/code-lists.ts';
import { attemptOutcomes } from './campaign.ts';

export const recordCallInput = z.object({
  callId: z.uuid(),
  version: z.number().int().min(1),
  outcome: z.enum(attemptOutcomes, 'field.choose-one'),
  minutes: z.number().int().min(0).max(240).optional(),
  language: z.string().refine(isClientLanguage, 'field.choose-one').optional(),
  /** All three are the person's to tell or not, and never decide about a service (W2). */
  decision: codeSchema('decisionAfter').optional(),
  likelihoodNow: z.number().int().min(0).max(10).optional(),
  knowsWhomToContact: z.boolean().optional(),
});

export const assignCallsInput = z.object({
  callIds: z.array(z.uuid()).min(1, 'field.choose-one').max(200, 'field.too-many'),
  staffId: z.uuid('field.choose-one'),
});

export const listCallsParams = z.object({ whose: z.enum(['mine', 'all']).default('mine') });
export const campaignResultsParams = z.object({ from: z.iso.date().optional(), to: z.iso.date().optional() });
