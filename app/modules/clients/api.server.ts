import { type ApiRoute, apiOperation, apiQuery, apiSearch } from '#platform/web/api-route.server.ts';
import { recordConsent } from './operations/record-consent.server.ts';
import { registerClient } from './operations/register-client.server.ts';
import { setSafeContact } from './operations/set-safe-contact.server.ts';
import { updateClient } from './operations/update-client.server.ts';
import { withdrawConsent } from './operations/withdraw-consent.server.ts';
import { editClient } from './queries/edit-client.query.server.ts';
import { findClients } from './queries/find-clients.query.server.ts';
import { listClients } from './queries/list-clients.query.server.ts';
import { listConsents } from './queries/list-consents.query.server.ts';
import { viewClient } from './queries/view-client.query.server.ts';

/** People's files for other programs: the same operations, queries, rules and audit as on screen. */
export const clientApi: ApiRoute[] = [
  apiQuery('/clients', listClients, 'People’s files, newest first, a page at a time.'),
  apiOperation('/clients', registerClient, 'Opens a file, with the decisions on consent.', 201),
  apiSearch(
    '/clients/search',
    findClients,
    'Finds people by name in any script, phone, file number or card.',
  ),
  apiQuery('/clients/:clientId', viewClient, 'One file, as far as the caller may see it.'),
  apiQuery(
    '/clients/:clientId/form',
    editClient,
    'The file as its form holds it, with the version that a change must name.',
  ),
  apiOperation('/clients/:clientId/changes', updateClient, 'Changes a file.'),
  apiOperation('/clients/:clientId/safe-contact', setSafeContact, 'Sets how the person may be reached.'),
  apiQuery('/clients/:clientId/consents', listConsents, 'What the person agreed to, and when.'),
  apiOperation('/clients/:clientId/consents', recordConsent, 'Records decisions on consent.', 201),
  apiOperation('/clients/:clientId/consents/withdrawals', withdrawConsent, 'Withdraws a consent.'),
];
