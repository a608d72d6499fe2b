import { z } from 'zod';

/**
 * Where a list goes on, as `next` of the page before said: what it is ordered by and an id, with a `~` between. Checked as
 * what they are: a day that is in no calendar would break the query.
 */
const cursorOf = (first: z.ZodType<string>) =>
  z.string().refine((typed) => {
    const [start, id, ...more] = typed.split('~');
    return first.safeParse(start).success && z.guid().safeParse(id).success && more.length === 0;
  }, 'field.not-valid');

/** `2026-03-01~<id>` */
export const dayCursorSchema = cursorOf(z.iso.date());
/** `2026-03-01T09:30:00.000Z~<id>` */
export const momentCursorSchema = cursorOf(z.iso.datetime());
