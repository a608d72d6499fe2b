/** The door of the clients module. */
export type { ClientTables } from './client.tables.server.ts';
export type { ClientContext, ClientForService } from './client-door.server.ts';
export {
  clientLabels,
  consentsInForce,
  loadClientForService,
  loadSafeContact,
  relationsToClient,
  touchLastContact,
} from './client-door.server.ts';
export type { ConsentInForce } from './consent.ts';
export { isAgreed, mayKeepFile, statusOn } from './consent.ts';
export { proofFilesInUse } from './consent-proof.server.ts';
export type { Reach, ReachCaution, ReachReason, ReachWay, SafeContact, WallTime } from './safe-contact.ts';
export { mayReach } from './safe-contact.ts';
export { findClients, type FoundClient } from './queries/find-clients.query.server.ts';
export { peopleIndex } from './people-index.server.ts';
export { handOverClients } from './hand-over-clients.server.ts';
