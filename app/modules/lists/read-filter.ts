import type { z } from 'zod';

/**
 * The filter of an address, field by field: what makes no sense is left out as if it had not been typed, and the list says
 * what it shows.
 */
export function readFilter<Shape extends Record<string, z.ZodType>>(
  shape: Shape,
  asked: URLSearchParams,
): { [Name in keyof Shape]?: Exclude<z.output<Shape[Name]>, undefined> } {
  return Object.fromEntries(
    Object.entries(shape).flatMap(([name, schema]) => {
      const given = asked.get(name);
      if (given === null || given === '') return [];
      const read = schema.safeParse(given);
      return read.success && read.data !== undefined ? [[name, read.data] as const] : [];
    }),
  ) as never;
}
