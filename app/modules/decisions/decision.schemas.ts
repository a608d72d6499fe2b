import { z } from 'zod';
import { publicLanguages } from '#platform/language/interface-languages.ts';

/** A guide to be kept. The answers come as the form has them, and are read as strictly as the form's are. */
export const keepDecisionInput = z.object({
  contactId: z.uuid(),
  language: z.enum(publicLanguages as [string, ...string[]]),
  answers: z.record(z.string().max(40), z.union([z.string().max(400), z.array(z.string().max(60)).max(60)])),
});
