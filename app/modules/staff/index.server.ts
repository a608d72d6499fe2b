/** Who is asking, and who works here: the only door for other modules. */
export type { HandOver } from './hand-over.server.ts';
export { createCoordinator, type CoordinatorSecrets } from './create-coordinator.server.ts';
export { acceptCode, newSeed, seedSchema } from './one-time-code.server.ts';
export { hashPassphrase, passphraseSchema } from './passphrase.server.ts';
export { recoverCoordinator } from './recover-coordinator.server.ts';
export { staffNames } from './queries/staff-names.query.server.ts';
export { namesOfStaff } from './names-of-staff.server.ts';
export { offerSecondFactor } from './second-factor.server.ts';
export { beginJob, idleMinutes, resolveActor } from './session.server.ts';
export type { StaffTables } from './staff.tables.server.ts';
export { requireStepUp } from './step-up.ts';
export { needsCode, proveStepUp } from './step-up-form.server.ts';
