import { z } from 'zod';
import { followUpPiles, followUpSorts, followUpWays } from './contact.ts';

/** What the list of open follow-ups can be narrowed to. The names stand in addresses and kept filters. */
export const followUpFilter = {
  whose: z.enum(['mine', 'all']).default('mine'),
  /** By what day it is today. */
  due: z.enum(followUpPiles).optional(),
  way: z.enum(followUpWays).optional(),
  /** To whom it is assigned. */
  counsellor: z.uuid().optional(),
  /** Days on which they fall due. */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  sort: z.enum(followUpSorts).default('due'),
};

export const followUpFilterSchema = z.object(followUpFilter);
export type FollowUpFilter = z.output<typeof followUpFilterSchema>;
