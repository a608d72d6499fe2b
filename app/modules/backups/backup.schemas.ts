import { z } from 'zod';

const count = (least: number, most: number) => z.coerce.number().int().min(least).max(most);

export const planInput = z.object({
  /** Of the day, in UTC. */
  hour: count(0, 23),
  daily: count(1, 30),
  weekly: count(0, 53),
  monthly: count(0, 120),
});

export const addPlaceInput = z.object({
  part: z.enum(['records', 'keys'], 'field.choose-one'),
  kind: z.enum(['folder', 'disk', 'object'], 'field.choose-one'),
  place: z.string().trim().min(1, 'field.required').max(500),
  region: z.string().trim().max(60).default(''),
  accessKeyId: z.string().trim().max(200).default(''),
  secretAccessKey: z.string().trim().max(200).default(''),
});

export const placeIdInput = z.object({ placeId: z.uuid() });
