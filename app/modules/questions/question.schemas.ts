import { z } from 'zod';
import { isClientLanguage } from '#platform/code-lists/client-languages.ts';
import { codeSchema } from '#platform/code-lists/code-lists.ts';
import { normalisePhone } from '#platform/language/phone.ts';
import { lineSchema, noteSchema } from '#platform/operations/text-schema.ts';
import { askTopics, closeReasons, questionLimits, type QuestionWay, questionWays } from './question.ts';

/** What follows from a receipt and may be shown to an operation: see `ReceiptKeys`. */
export const receiptSchema = z.object({
  token: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  recipient: z.string().regex(/^age1[02-9ac-hj-np-z]{58}$/),
  markKey: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
});

const text = noteSchema(questionLimits.text);
const line = lineSchema(questionLimits.line);

/** What the chosen way needs is asked for together with everything else, so that nobody is sent back twice. */
const needs = (way: QuestionWay, field: 'email' | 'phone' | 'hours') => ({
  // Asked of anything that was sent, so that it may be no form at all.
  isGiven: (asked?: Record<string, unknown> | null) => asked?.['way'] !== way || Boolean(asked[field]),
  fault: { path: [field], message: 'field.required', when: () => true },
});
const required = [needs('email', 'email'), needs('call', 'phone'), needs('call', 'hours')] as const;

const askFields = z.object({
  receipt: receiptSchema,
  topic: z.enum(askTopics, 'field.choose-one'),
  language: z.string().refine(isClientLanguage, 'field.choose-one'),
  text,
  way: z.enum(questionWays, 'field.choose-one'),
  email: z.email().max(254).optional(),
  phone: lineSchema(40)
    .refine((typed) => normalisePhone(typed) !== undefined, 'field.not-a-phone')
    .optional(),
  hours: line.optional(),
  say: line.optional(),
});
export const askQuestionInput = required.reduce(
  (schema, { isGiven, fault }) => schema.refine(isGiven, fault),
  askFields,
);

export const askAgainInput = z.object({
  receipt: receiptSchema,
  text,
  /** The last message that the asker had seen: the same words after another answer are a new message. */
  after: z.number().int().min(1),
});

export const ownThreadInput = z.object({ receipt: receiptSchema.pick({ token: true }) });

const ofQuestion = z.object({ questionId: z.uuid(), version: z.number().int().min(1) });

export const assignQuestionInput = ofQuestion.extend({
  /** Oneself when left out. */
  staffId: z.uuid().optional(),
});

export const answerQuestionInput = ofQuestion.extend({
  text: noteSchema(questionLimits.answer),
  guideIds: z.array(z.uuid()).max(questionLimits.guides, 'field.too-many').default([]),
  /** How the ledger counts it. */
  topic: codeSchema('topic'),
  minutes: z.number().int().min(1).max(480).default(15),
  stayOptionExplained: z.boolean().default(false),
  riskInfoGiven: z.boolean().default(false),
});

export const closeQuestionInput = ofQuestion.extend({ reason: z.enum(closeReasons, 'field.choose-one') });

export const openTaskInput = ofQuestion.extend({
  kind: z.enum(['write', 'frequent']).default('write'),
  /** For the editors, in a colleague's words; never the asker's. */
  note: lineSchema(300).optional(),
});

export type AskQuestion = z.output<typeof askQuestionInput>;
