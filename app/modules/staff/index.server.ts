/** Who is asking, and who works here: the only door for other modules. */
export type { HandOver } from './hand-over.server.ts';
export { createCoordinator, type CoordinatorSecrets } from './create-coordinator.server.ts';
export { acceptCode, newSeed, seedSchema } from './one-time-code.server.ts';
export { hashPassphrase, passphraseSchema, refuseOwnWords } from './passphrase.server.ts';
export { recoverCoordinator } from './recover-coordinator.server.ts';
export { staffNames } from './queries/staff-names.query.server.ts';
export { insertInvited } from './insert-invited.server.ts';
export { voidInvitations } from './invitation.server.ts';
export { namesOfStaff } from './names-of-staff.server.ts';
export { addProgram, findProgram } from './program.server.ts';
export { offerSecondFactor } from './second-factor.server.ts';
export {
  beginJob,
  endSessions,
  hashToken as hashOfToken,
  idleMinutesOf,
  resolveActor,
} from './session.server.ts';
export type { StaffTables } from './staff.tables.server.ts';
export { tellColleague } from './staff-notice.server.ts';
export { requireStepUp } from './step-up.ts';
export { needsCode, proveStepUp, submitSteppedUp } from './step-up-form.server.ts';
export { unsealStaffIdentity } from './staff-identity.server.ts';
export { handOverLink } from './hand-over-link.server.ts';
export { ownCentres } from './queries/own-centres.query.server.ts';
/** For the one door in front of sign-in, where the house itself is opened. */
export { deviceTokenOf, enterBrowser, requireSafeLine } from './browser-session.server.ts';
export { deviceClass } from './device-class.ts';
export { limitGuesses } from './guess-limit.server.ts';
export { readDerived } from './passkey-derivation.server.ts';
export { startPasskeySession } from './passkey-session.server.ts';
export { passkeyOptions, passkeyProof, passkeysAt } from './passkey-web.server.ts';
export { startSession } from './start-session.server.ts';
export { type PasskeyProof, passkeyProofSchema } from './passkey-answer.server.ts';
export { provePasskey } from './prove-passkey.server.ts';
export { type SignInOrigin } from './start-session.server.ts';
export { takeCode } from './take-code.server.ts';
export { signOut } from './screen.server.ts';
export { unreadNotices } from './unread-notices.server.ts';
export { eraseNotices } from './erase-notices.server.ts';
export { dayOfForm } from './expiry-form.ts';
