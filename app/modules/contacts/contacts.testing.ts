import type { z } from 'zod';
import type { StaffActor } from '#platform/actor.ts';
import type { House } from '#platform/house.server.ts';
import { execute } from '#platform/operations/execute.server.ts';
import type { recordContactInput } from './contact.schemas.ts';
import { recordContact } from './operations/record-contact.server.ts';

type RecordInput = z.input<typeof recordContactInput>;

/** A simple anonymous contact, with what the test wants to be different. */
export const newContact = (given: Partial<RecordInput> = {}): RecordInput => ({
  who: given.clientIds?.length ? 'client' : 'anonymous',
  channel: 'in_person_centre',
  minutes: 15,
  language: 'prs',
  topics: ['visa_procedure'],
  result: 'information_given',
  stayOptionExplained: true,
  ...given,
});

/** Records a contact through the operation itself. */
export const recordTestContact = (house: House, actor: StaffActor, given: Partial<RecordInput> = {}) =>
  execute(house, recordContact, actor, newContact(given));
