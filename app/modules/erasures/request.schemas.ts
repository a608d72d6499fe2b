import { z } from 'zod';
import { noteSchema } from '#platform/operations/text-schema.ts';
import {
  erasureCauses,
  identityChecks,
  refusals,
  requestChannels,
  requestKinds,
  toldWays,
} from './request.ts';

const day = z.iso.date('field.not-a-date');

export const recordRequestInput = z
  .object({
    clientId: z.uuid(),
    kind: z.enum(requestKinds, 'field.choose-one'),
    cause: z.enum(erasureCauses, 'field.choose-one').optional(),
    channel: z.enum(requestChannels, 'field.choose-one'),
    identityBy: z.enum(identityChecks, 'field.choose-one'),
    receivedOn: day.optional(),
    words: noteSchema(2_000).optional(),
  })
  .refine(({ kind, cause }) => kind !== 'erasure' || cause !== undefined, {
    path: ['cause'],
    message: 'field.required',
  });

const answer = {
  requestId: z.uuid(),
  version: z.number().int().positive(),
  toldHow: z.enum(toldWays, 'field.choose-one'),
  answer: noteSchema(2_000).optional(),
};

export const decideRequestInput = z
  .object({
    ...answer,
    outcome: z.enum(['done', 'partly', 'refused'], 'field.choose-one'),
    refusal: z.enum(refusals, 'field.choose-one').optional(),
  })
  .refine(({ outcome, refusal }) => outcome === 'done' || refusal !== undefined, {
    path: ['refusal'],
    message: 'field.required',
  });

export const eraseClientInput = z.object({
  ...answer,
  /** Whoever erases says so a second time. */
  sure: z.literal(true, 'field.required'),
});

export const requestIdParams = z.object({ requestId: z.uuid() });
export const listRequestsParams = z.object({ open: z.boolean().default(true) });
export const ownRequestParams = z.object({ token: z.string().min(20).max(100) });
export const prepareRequestParams = z.object({ clientId: z.uuid() });
