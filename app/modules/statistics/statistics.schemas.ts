import { z } from 'zod';
import { calendars } from '#platform/language/interface-languages.ts';
import { periodKinds } from './period.ts';

export const statisticsParams = z.object({
  kind: z.enum(periodKinds).default('month'),
  /** Any day of the period, `YYYY-MM-DD`; today when left out. Own dates have `from` and `to` instead, both included. */
  day: z.iso.date('field.not-a-date').optional(),
  from: z.iso.date('field.not-a-date').optional(),
  to: z.iso.date('field.not-a-date').optional(),
  /** Whose months, quarters and years; the centre's when left out. */
  calendar: z.enum(calendars).optional(),
  /** One site of the centre; all of them when left out. */
  site: z.uuid('field.choose-one').optional(),
  /** The asker's own work, or the centre's. */
  whose: z.enum(['mine', 'all']).optional(),
  /** With what the numbers are compared: the period before, or the same a year earlier. */
  compare: z.enum(['before', 'year']).default('before'),
});
export type StatisticsParams = z.output<typeof statisticsParams>;
