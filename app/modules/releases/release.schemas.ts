import { z } from 'zod';
import { audiences } from '#platform/disclosure/released-table.ts';
import { calendars } from '#platform/language/interface-languages.ts';
import { lineSchema, noteSchema } from '#platform/operations/text-schema.ts';
import { releaseFormats, releaseKinds, releaseLanguages } from './release.ts';

/** Which numbers: a whole period by any of its days, of the centre or one site, for whom. */
export const releaseScopeSchema = z.object({
  kind: z.enum(releaseKinds),
  day: z.iso.date('field.not-a-date'),
  calendar: z.enum(calendars).optional(),
  site: z.uuid('field.choose-one').optional(),
  audience: z.enum(audiences),
});
export type ReleaseScope = z.output<typeof releaseScopeSchema>;

export const publishReleaseInput = releaseScopeSchema.extend({
  /** The hash of what was looked at: nothing else leaves. */
  seen: z.string().regex(/^[0-9a-f]{64}$/),
  recipient: lineSchema(120),
  reason: noteSchema(500),
});

export const releaseIdParams = z.object({ releaseId: z.uuid() });

export const withdrawReleaseInput = releaseIdParams.extend({ reason: noteSchema(500) });

export const downloadReleaseParams = releaseIdParams.extend({
  language: z.enum(releaseLanguages),
  format: z.enum(releaseFormats),
});
