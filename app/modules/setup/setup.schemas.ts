import { z } from 'zod';
import {
  centreLanguagesSchema,
  centreProfileSchema,
  centreServicesSchema,
  newCentreSchema,
  newSiteSchema,
  switchChoiceSchema,
} from '#modules/centres/index.server.ts';
import { passphraseSchema, seedSchema } from '#modules/staff/index.server.ts';
import { staffLanguages } from '#platform/language/interface-languages.ts';
import { lineSchema } from '#platform/operations/text-schema.ts';

const staffLanguage = z.enum(staffLanguages as [string, ...string[]], 'field.choose-one');

/** The first coordinator with the second factor still to be proven. */
const newCoordinatorSchema = z.object({
  name: lineSchema(120),
  email: z.email().max(200),
  passphrase: passphraseSchema,
  code: z.string().trim().min(1).max(20),
});

/** Everything at once, for a house that is set up by a program: the demo, a test. */
export const completeSetupInput = z.object({
  centre: newCentreSchema,
  sites: z.array(newSiteSchema).min(1, 'field.required').max(50),
  /** Code-list values, topics and fields that this centre does not use. */
  switchedOff: z
    .array(z.object({ list: z.string().max(60), code: z.string().max(60) }))
    .max(1000)
    .default([]),
  coordinator: newCoordinatorSchema.extend({ language: staffLanguage, seed: seedSchema }),
});

/** The code from the console's address. */
const setupCode = z.string().max(200);

/** One answered step of the guided set-up. */
export const setupStepInput = z.discriminatedUnion('step', [
  z.object({ setupCode, step: z.literal('language'), language: staffLanguage }),
  z.object({ setupCode, step: z.literal('centre'), ...centreProfileSchema.shape }),
  /** A site at its place in the list, or one more at the end. */
  z.object({
    setupCode,
    step: z.literal('sites'),
    at: z.coerce.number().int().min(0).max(49).optional(),
    ...newSiteSchema.shape,
  }),
  z.object({ setupCode, step: z.literal('remove-site'), at: z.coerce.number().int().min(0).max(49) }),
  z.object({
    setupCode,
    step: z.literal('languages'),
    ...centreLanguagesSchema.shape,
    ...centreServicesSchema.shape,
  }),
  z.object({ setupCode, step: z.literal('use'), lists: z.array(switchChoiceSchema).max(60) }),
  z.object({ setupCode, step: z.literal('coordinator'), ...newCoordinatorSchema.shape }),
  z.object({
    setupCode,
    step: z.literal('opening'),
    mode: z.enum(['automatic', 'person'], 'field.choose-one'),
  }),
]);
export type SetupStepInput = z.output<typeof setupStepInput>;

export const setupSheetInput = z.object({ setupCode });

const group = z.string().trim().min(1, 'field.required').max(20);
/** Two groups typed from the printed sheet, in the order in which they were asked for. */
export const sheetProofSchema = z.object({ first: group, second: group });
export const finishSetupInput = sheetProofSchema.extend({ setupCode });
