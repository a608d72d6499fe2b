/** The door of the clients module. */
export type { ClientTables } from './client.tables.server.ts';
export type { ClientForService } from './client-door.server.ts';
export {
  clientLabels,
  consentsInForce,
  loadClientForService,
  loadClientsForService,
  loadSafeContact,
  relationsToClient,
  touchLastContact,
  touchLastContacts,
} from './client-door.server.ts';
export { isAgreed, mayKeepFile } from './consent.ts';
export type { FileMerged, MergeContext, MovedRow } from './file-merged.ts';
export { moveClientRows } from './move-client-rows.server.ts';
export { fileMergedAway } from './survivor-of.server.ts';
export {
  type ClientRow,
  type ComparedField,
  checkChoices,
  choicesSchema,
  type Choices,
  comparePair,
  joinFiles,
  type JoinedFiles,
  lockFiles,
  partFiles,
  askSupervisor,
} from './merge-door.server.ts';
export type { ConsentWithdrawn } from './consent-withdrawn.ts';
export { proofFilesInUse } from './consent-proof.server.ts';
export { mayReach } from './safe-contact.ts';
export { withdrawPurposes } from './withdraw-purposes.server.ts';
export { findClients } from './queries/find-clients.query.server.ts';
export { identitiesOfHouse } from './identities-of-house.server.ts';
export { wallTime } from './wall-time.ts';
export { peopleIndex } from './people-index.server.ts';
export { handOverClients } from './hand-over-clients.server.ts';
export {
  describeOldFile,
  type DocumentedConsent,
  insertOldFiles,
  type OldFile,
  type OldFileInput,
  type OldFileToInsert,
  oldFileToCompare,
} from './old-files.server.ts';
export { type ClientSummary, summariesOf } from './client-summary.server.ts';
export { keepPairsOf, keepSwept } from './kept-pairs.server.ts';
export { suspectScore } from './possible-duplicates.server.ts';
export {
  lockMovableFile,
  packFile,
  takeOverFile,
  type TravellingFile,
  wasAskedSince,
} from './travelling-file.server.ts';
export { eraseClientFile, eraseClientRows } from './erase-client-rows.server.ts';
export { anyOf, deleteRows } from './erase-rows.server.ts';
export type { Erasing, PersonErased } from './person-erased.ts';
export { requireStaffActor } from './require-staff-actor.ts';
