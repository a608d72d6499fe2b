/** The first hour of a house, for the command line: the code for the console, and the way back by the printed key. */
export { completeSetup } from './operations/complete-setup.server.ts';
export { recoverAccess } from './operations/recover-access.server.ts';
export { readRecoveryFile, type RecoveryFile, recoverRoot, recoveryPath } from './recovery-key.server.ts';
export { createSetupCode, setupMinutes } from './setup-code.server.ts';
