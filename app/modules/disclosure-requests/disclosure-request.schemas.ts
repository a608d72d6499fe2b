import { z } from 'zod';
import { lineSchema, noteSchema } from '#platform/operations/text-schema.ts';
import {
  askers,
  askingChannels,
  bases,
  disclosureRefusals,
  isWritten,
  missingFor,
  outcomes,
  tellings,
} from './disclosure-request.ts';

const day = z.iso.date('field.not-a-date');
const reference = lineSchema(200).optional();
const which = { disclosureRequestId: z.uuid(), version: z.number().int().positive() };

export const recordDisclosureInput = z
  .object({
    /** Absent where nobody on file is named. */
    clientId: z.uuid().optional(),
    asker: z.enum(askers, 'field.choose-one'),
    askedBy: lineSchema(200),
    basis: z.enum(bases, 'field.choose-one'),
    /** Number and day of the paper. */
    reference,
    channel: z.enum(askingChannels, 'field.choose-one'),
    receivedOn: day.optional(),
    dueOn: day.optional(),
    asked: noteSchema(2_000),
    about: lineSchema(300).optional(),
  })
  .refine((input) => !isWritten(input.basis) || input.reference !== undefined, {
    path: ['reference'],
    message: 'field.required',
  });

export const proposeDisclosureInput = z
  .object({
    ...which,
    outcome: z.enum(outcomes, 'field.choose-one'),
    basis: z.enum(bases, 'field.choose-one'),
    reference,
    given: noteSchema(4_000).optional(),
    refusal: z.enum(disclosureRefusals, 'field.choose-one').optional(),
    advice: noteSchema(2_000).optional(),
    reason: noteSchema(2_000).optional(),
  })
  .superRefine((input, context) => {
    const missing = missingFor(input);
    if (missing)
      context.addIssue({
        code: 'custom',
        path: [missing],
        message: missing === 'basis' ? 'field.paper-needed' : 'field.required',
      });
  });

export const decideDisclosureInput = z
  .object({ ...which, agree: z.boolean(), note: noteSchema(2_000).optional() })
  .refine(({ agree, note }) => agree || note !== undefined, { path: ['note'], message: 'field.required' });

export const tellDisclosureInput = z.object({ ...which, telling: z.enum(tellings, 'field.choose-one') });

export const disclosureRequestParams = z.object({ disclosureRequestId: z.uuid() });
export const listDisclosuresParams = z.object({ open: z.boolean().default(true) });
export const countDisclosuresParams = z.object({ year: z.number().int().min(2000).max(2200).optional() });
export const prepareDisclosureParams = z.object({ clientId: z.uuid().optional() });
export const disclosuresOfClientParams = z.object({ clientId: z.uuid() });
