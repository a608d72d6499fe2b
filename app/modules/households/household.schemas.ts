import { z } from 'zod';
import { lineSchema, noteSchema } from '#platform/operations/text-schema.ts';
import { endReasons, guardianRelations, householdRelations } from './household.ts';

const day = z.iso.date('field.not-a-date');
const relation = z.enum(householdRelations, 'field.choose-one');

export const openHouseholdInput = z.object({
  clientId: z.uuid(),
  relation: relation.default('head'),
  fromOn: day.optional(),
});

export const addMemberInput = z.object({
  householdId: z.uuid(),
  clientId: z.uuid('field.choose-one'),
  relation,
  fromOn: day.optional(),
});

export const changeRelationInput = z.object({ memberId: z.uuid(), relation });

export const removeMemberInput = z.object({ memberId: z.uuid(), untilOn: day.optional() });

export const closeHouseholdInput = z.object({ householdId: z.uuid() });

export const setGuardianInput = z.object({
  childId: z.uuid(),
  /** Somebody with a file here; without one the name of somebody outside is needed. */
  guardianId: z.uuid().optional(),
  name: lineSchema(120).optional(),
  phone: lineSchema(40).optional(),
  relation: z.enum(guardianRelations, 'field.choose-one'),
  /** The child agreed in its own words. */
  assent: z.boolean().default(false),
  /** Why it is in the child's best interest to go without. */
  note: noteSchema(600).optional(),
});

export const endGuardianInput = z.object({
  guardianshipId: z.uuid(),
  because: z.enum(endReasons, 'field.choose-one'),
});
