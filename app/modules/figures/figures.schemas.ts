import { z } from 'zod';
import { calendars } from '#platform/language/interface-languages.ts';

export const figuresParams = z.object({
  /** `YYYY-MM` as `calendar` counts; this month when left out. */
  month: z
    .string()
    .regex(/^\d{4}-\d{2}$/, 'field.choose-one')
    .optional(),
  /** The reader's; the centre's own when left out. */
  calendar: z.enum(calendars).optional(),
});
export type FiguresParams = z.output<typeof figuresParams>;
