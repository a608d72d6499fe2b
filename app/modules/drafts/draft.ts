import { z } from 'zod';

/** The forms that keep what is typed. */
export const draftForms = ['contact', 'register'] as const;

/** Form fields by name, as a browser sends them. */
export const draftFieldsSchema = z.record(
  z.string().max(120),
  z.union([z.string().max(10_000), z.array(z.string().max(1_000)).max(100)]),
);
export type DraftFields = z.output<typeof draftFieldsSchema>;

/** A draft about nobody in particular (a new registration) stands under the zero id. */
export const noSubject = '00000000-0000-0000-0000-000000000000';

export const draftKeyInput = z.object({
  form: z.enum(draftForms),
  subjectId: z.uuid().or(z.literal(noSubject)).default(noSubject),
});

/** Weeks that an untouched draft is kept; its key is destroyed then. */
export const draftWeeks = 2;
