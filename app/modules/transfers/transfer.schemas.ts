import { z } from 'zod';
import { noteSchema } from '#platform/operations/text-schema.ts';
import { excludableParts, rejectReasons, transferReasons, transferScopes } from './transfer.ts';

export const transferIdInput = z.object({ transferId: z.uuid() });

export const proposeInput = z.object({
  clientId: z.uuid(),
  toCentreId: z.uuid('field.choose-one'),
  reason: z.enum(transferReasons, 'field.choose-one'),
  scope: z.enum(transferScopes, 'field.choose-one'),
  excluded: z
    .array(z.enum(excludableParts))
    .max(excludableParts.length)
    .default([])
    .transform((parts) => [...new Set(parts)]),
  urgent: z.boolean().default(false),
  /** Ticked for a restricted file: it travels knowingly. */
  withRestricted: z.boolean().default(false),
  /** Why it must go although the person has not agreed. */
  override: noteSchema(1_000).optional(),
});

export const sendInput = z.object({
  transferId: z.uuid(),
  /** Into another country: the agreement on data and the dangers there were looked at. */
  countryChecked: z.boolean().default(false),
});

export const acceptInput = z.object({
  transferId: z.uuid(),
  siteId: z.uuid().optional(),
  assignedTo: z.uuid().optional(),
});
export const rejectInput = z.object({
  transferId: z.uuid(),
  reason: z.enum(rejectReasons, 'field.choose-one'),
});
export const talkInput = z.object({ transferId: z.uuid(), text: noteSchema(1_000) });
