import { type ApiRoute, apiOperation, apiQuery } from '#platform/web/api-route.server.ts';
import { closeFollowUp } from './operations/close-follow-up.server.ts';
import { correctContact } from './operations/correct-contact.server.ts';
import { planFollowUp } from './operations/plan-follow-up.server.ts';
import { recordContact } from './operations/record-contact.server.ts';
import { voidContact } from './operations/void-contact.server.ts';
import { listContacts } from './queries/list-contacts.query.server.ts';
import { listFollowUps } from './queries/list-follow-ups.query.server.ts';
import { viewContact } from './queries/view-contact.query.server.ts';

/** The ledger for other programs: the same operations, queries, rules and audit as on screen. */
export const contactApi: ApiRoute[] = [
  apiQuery('/contacts', listContacts, 'Contacts, newest first, a page at a time.'),
  apiOperation('/contacts', recordContact, 'Records a contact.', 201),
  apiQuery('/contacts/:contactId', viewContact, 'One contact with its note and earlier versions.'),
  apiOperation('/contacts/:contactId/corrections', correctContact, 'Corrects a contact, with a reason.', 201),
  apiOperation(
    '/contacts/:contactId/void',
    voidContact,
    'Takes a contact out of every count, with a reason.',
  ),
  apiQuery('/follow-ups', listFollowUps, 'Open follow-ups with what the safe-contact rules say today.'),
  apiOperation('/follow-ups', planFollowUp, 'Plans a follow-up.', 201),
  apiOperation('/follow-ups/:followUpId/outcome', closeFollowUp, 'Ends a follow-up with its outcome.'),
];
