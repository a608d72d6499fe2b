import { z } from 'zod';
import { isClientLanguage } from '#platform/code-lists/client-languages.ts';
import { codeSchema } from '#platform/code-lists/code-lists.ts';
import { isCountry } from '#platform/code-lists/countries.ts';
import { lineSchema } from '#platform/operations/text-schema.ts';
import { clientSorts } from './client-sorts.ts';

/** What the list of people can be narrowed to. The names stand in addresses, kept filters and links from statistics. */
export const clientFilter = {
  /** `mine`: assigned to the asker; `served`: last contact first. */
  show: z.enum(['recent', 'served', 'mine']).default('recent'),
  /** Days of registration. */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  stage: codeSchema('stage').optional(),
  sex: codeSchema('sex').optional(),
  ageBand: codeSchema('ageBand').optional(),
  nationality: z.string().refine(isCountry, 'field.choose-one').optional(),
  /** Where they come from, as it was written down. */
  district: lineSchema(80).optional(),
  language: z.string().refine(isClientLanguage, 'field.choose-one').optional(),
  site: z.uuid().optional(),
  /** To whom the file is assigned. */
  counsellor: z.uuid().optional(),
  /** Else whoever was entered last comes first, or in `served` whoever was served last. */
  sort: z.enum(clientSorts).optional(),
};

export const clientFilterSchema = z.object(clientFilter);
export type ClientFilter = z.output<typeof clientFilterSchema>;
