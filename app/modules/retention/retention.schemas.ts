import { z } from 'zod';
import { noteSchema } from '#platform/operations/text-schema.ts';
import { holdGrounds } from './hold.ts';

const day = z.iso.date('field.not-a-date');
const reason = noteSchema(1_000);

export const placeHoldInput = z.object({
  /** Nobody: the whole centre. */
  clientId: z.uuid().optional(),
  ground: z.enum(holdGrounds, 'field.choose-one'),
  reason,
  reviewOn: day,
});
export const endHoldInput = z.object({ holdId: z.uuid(), reason });
export const holdOfClientParams = z.object({ clientId: z.uuid() });

export const approveInput = z.object({
  proposalIds: z.array(z.uuid()).min(1, 'field.required').max(500, 'field.too-many'),
  sure: z.literal(true, 'field.required'),
});
export const keepInput = z.object({ proposalId: z.uuid(), until: day, reason });
