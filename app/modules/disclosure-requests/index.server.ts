/** The door of the disclosure-requests module. */
export { eraseDisclosureRequests } from './erase-disclosure-requests.server.ts';
export { moveDisclosureRequests } from './move-disclosure-requests.server.ts';
export { disclosuresOfClient } from './queries/disclosures-of-client.query.server.ts';
