import { z } from 'zod';
import { isClientLanguage } from '#platform/code-lists/client-languages.ts';
import { codeSchema } from '#platform/code-lists/code-lists.ts';
import { lineSchema } from '#platform/operations/text-schema.ts';

/** What is asked at the door: a reason, and only where it helps the rest. No name. */
export const registerArrivalInput = z.object({
  /** The member of staff's own site when left out. */
  siteId: z.uuid('field.choose-one').optional(),
  visitReason: codeSchema('visitReason'),
  urgent: z.boolean().default(false),
  /** BCP 47 code of the language the person speaks. */
  language: z.string().refine(isClientLanguage, 'field.choose-one').optional(),
  partySize: z.number().int().min(1, 'field.party-size').max(50, 'field.party-size').default(1),
  clientId: z.uuid('field.choose-one').optional(),
  /** By what to recognise the person, such as "red scarf". */
  note: lineSchema(80).optional(),
});
export type RegisterArrival = z.output<typeof registerArrivalInput>;

export const arrivalInput = z.object({ arrivalId: z.uuid() });
export const callNextInput = z.object({ siteId: z.uuid('field.choose-one').optional() });
export const linkClientInput = z.object({ arrivalId: z.uuid(), clientId: z.uuid('field.choose-one') });
export const boardParams = z.object({ siteId: z.uuid('field.choose-one').optional() });
