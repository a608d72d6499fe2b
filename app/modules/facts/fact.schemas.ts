import { z } from 'zod';
import { codeSchema } from '#platform/code-lists/code-lists.ts';
import { isCountry } from '#platform/code-lists/countries.ts';
import { publicLanguages } from '#platform/language/interface-languages.ts';
import { lineSchema } from '#platform/operations/text-schema.ts';
import { confidences, costItems, factKinds, factUnits, payers, valueFault } from './fact.ts';

const country = z.string().refine(isCountry, 'field.choose-one');
const day = z.iso.date('field.not-a-date');
/** Up to 12 digits before and 4 after the point; no exponent, no sign. */
const decimal = z
  .string()
  .trim()
  .regex(/^\d{1,12}(\.\d{1,4})?$/, 'field.not-a-number');
const currencies = new Set(Intl.supportedValuesOf('currency'));
const unit = z
  .string()
  .refine((code) => currencies.has(code) || factUnits.some((each) => each === code), 'field.choose-one');

export const factCodeSchema = z
  .string()
  .trim()
  // Each character can be read in one way only: an unclear pattern takes minutes over one long word.
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'field.not-a-code')
  .max(60);

export const sourceUrlSchema = z
  .url({ protocol: /^https?$/, hostname: z.regexes.domain, error: 'field.not-an-address' })
  .max(500);

/** What a person says of a fact. Everything but its code may change later. */
const content = z.object({
  kind: z.enum(factKinds),
  statement: lineSchema(400),
  value: decimal.optional(),
  valueTo: decimal.optional(),
  unit: unit.optional(),
  text: lineSchema(300).optional(),
  corridorFrom: country.optional(),
  corridorTo: country.optional(),
  country: country.optional(),
  sector: codeSchema('sector').optional(),
  sex: z.enum(['female', 'male']).optional(),
  costItem: z.enum(costItems).optional(),
  payer: z.enum(payers).optional(),
  route: z.enum(['promoter', 'direct', 'state']).optional(),
  validFrom: day.optional(),
  validTo: day.optional(),
  sourceTitle: lineSchema(200).optional(),
  sourceUrl: sourceUrlSchema.optional(),
  /** `2021`, `2021-06` or `2021-06-30`: as precise as the source is. */
  sourceDate: z
    .string()
    .regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, 'field.not-a-date')
    .optional(),
  retrievedOn: day.optional(),
  confidence: z.enum(confidences),
});

const fitting = <Schema extends z.ZodType<z.output<typeof content>>>(schema: Schema) =>
  schema.superRefine((fact, issues) => {
    const fault = valueFault(fact);
    if (fault) issues.addIssue({ code: 'custom', path: [fault.path], message: `field.${fault.code}` });
    if (fact.kind === 'phone' && fact.text !== undefined && !/^[+\d][\d\s()-]{1,30}$/.test(fact.text))
      issues.addIssue({ code: 'custom', path: ['text'], message: 'field.not-a-phone' });
    if (fact.kind === 'web' && fact.text !== undefined && !sourceUrlSchema.safeParse(fact.text).success)
      issues.addIssue({ code: 'custom', path: ['text'], message: 'field.not-an-address' });
  });

export const addFactInput = fitting(content.extend({ code: factCodeSchema }));
export const changeFactInput = fitting(
  content.extend({
    factId: z.uuid(),
    version: z.number().int().min(1),
    reason: lineSchema(300),
    /** Does it change what a person should do? Then those who were told the old rule come onto a list. */
    substance: z.boolean(),
  }),
);
export const confirmFactInput = z.object({
  factId: z.uuid(),
  version: z.number().int().min(1),
  /** The day on which it is to be read again; by kind when left out. */
  reviewDue: day.optional(),
});
export const retireFactInput = z.object({
  factId: z.uuid(),
  version: z.number().int().min(1),
  reason: lineSchema(300),
});
export const translateFactInput = z.object({
  factId: z.uuid(),
  version: z.number().int().min(1),
  language: z.enum(publicLanguages as [string, ...string[]]),
  statement: lineSchema(600),
  /** The sentence that was on the screen, blank for none: another one there by now is a colleague's, and is not overwritten. */
  was: z.union([z.literal(''), lineSchema(600)]).optional(),
  /** Someone who reads the language has compared it with the source sentence, and is not who wrote it. */
  checked: z.boolean().default(false),
});
export const noteConflictInput = z.object({
  factId: z.uuid(),
  otherCode: factCodeSchema,
  note: lineSchema(300),
});
export const settleConflictInput = z.object({ factId: z.uuid(), otherId: z.uuid() });

export type FactContent = z.output<typeof content>;
