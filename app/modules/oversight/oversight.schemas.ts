import { z } from 'zod';
import { lineSchema, noteSchema } from '#platform/operations/text-schema.ts';
import { breakGlassOutcomes } from './break-glass-outcomes.ts';

export const openBreakGlassInput = z.object({
  /** A file or card number, or a name that leads to one closed file alone. */
  file: lineSchema(200),
  /** Long enough to be a reason. */
  reason: noteSchema(500).refine((text) => text.length >= 10, 'field.one-sentence'),
});

export const breakGlassIdInput = z.object({ breakGlassId: z.uuid() });

export const reviewBreakGlassInput = breakGlassIdInput.extend({
  outcome: z.enum(breakGlassOutcomes, 'field.choose-one'),
  note: noteSchema(1_000),
});

export const reviewFlagInput = z.object({
  flagId: z.uuid(),
  state: z.enum(['explained', 'follow_up'], 'field.choose-one'),
  note: noteSchema(1_000),
});

export const tellOfLookInput = z.object({ clientId: z.uuid(), staffId: z.uuid() });
