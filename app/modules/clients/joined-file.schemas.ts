import { z } from 'zod';
import { choiceKinds } from './joined-file.ts';
import { mergeFields } from './whole-file.ts';

/** From which file each fact is taken that the two do not share. */
export const choicesSchema = z.partialRecord(z.enum(mergeFields), z.enum(choiceKinds)).default({});
