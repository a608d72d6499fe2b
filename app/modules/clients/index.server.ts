/** The door of the clients module. */
export type { ClientTables } from './client.tables.server.ts';
export type { ClientForService } from './client-door.server.ts';
export {
  clientLabels,
  consentsInForce,
  loadClientForService,
  loadSafeContact,
  relationsToClient,
  touchLastContact,
} from './client-door.server.ts';
export { mayKeepFile } from './consent.ts';
export type { ConsentWithdrawn } from './consent-withdrawn.ts';
export { proofFilesInUse } from './consent-proof.server.ts';
export { mayReach } from './safe-contact.ts';
export { findClients } from './queries/find-clients.query.server.ts';
export { peopleIndex } from './people-index.server.ts';
export { handOverClients } from './hand-over-clients.server.ts';
