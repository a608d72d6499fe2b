import { z } from 'zod';
import { choicesSchema } from '#modules/clients/index.server.ts';

const version = z.number().int().min(1);

export const pairParams = z.object({
  clientId: z.uuid(),
  otherClientId: z.uuid(),
  /** Which of the two is to be kept; the first when nothing is said. */
  keepOther: z.boolean().default(false),
});

/** Two files as they were looked at, which is kept, and from where each differing fact is taken. */
export const mergeInput = z.object({
  survivorId: z.uuid(),
  mergedId: z.uuid(),
  survivorVersion: version,
  mergedVersion: version,
  choices: choicesSchema,
});
export type MergeInput = z.output<typeof mergeInput>;

export const mergeIdInput = z.object({ mergeId: z.uuid() });
export const confirmMergeInput = z.object({
  mergeId: z.uuid(),
  survivorVersion: version,
  mergedVersion: version,
});
