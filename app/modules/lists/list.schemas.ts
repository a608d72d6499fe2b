import { z } from 'zod';
import { isClean, lineSchema } from '#platform/operations/text-schema.ts';
import { exportedLists, keptFilter, listNames } from './list.ts';

export const listNameSchema = z.enum(listNames);
const filterSchema = z.record(
  z.string().max(40),
  z.string().max(200).refine(isClean, 'field.bad-characters'),
);
const columnsSchema = z.array(z.string().max(40)).max(40, 'field.too-many');

export const saveViewInput = z
  .object({
    list: listNameSchema,
    name: lineSchema(60),
    filter: filterSchema,
    shared: z.boolean().default(false),
  })
  .transform((input) => ({ ...input, filter: keptFilter(input.list, Object.entries(input.filter)) }));
export const deleteViewInput = z.object({ viewId: z.uuid() });
export const arrangeListInput = z.object({
  list: listNameSchema,
  columns: columnsSchema,
  /** The filter that the list opens with; none when left out. */
  firstViewId: z.uuid().optional(),
});
export const exportListInput = z
  .object({
    list: z.enum(exportedLists),
    format: z.enum(['xlsx', 'csv']),
    columns: columnsSchema.min(1, 'field.choose-one'),
    filter: filterSchema,
    /** Why it must leave the house, in words. */
    reason: lineSchema(300),
  })
  .transform((input) => ({ ...input, filter: keptFilter(input.list, Object.entries(input.filter)) }));
