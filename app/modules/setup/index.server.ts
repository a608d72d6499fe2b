/** The first hour of a house and the way back into it, for the command line. */
export { recoverAccess } from './operations/recover-access.server.ts';
export { createSetupCode } from './setup-code.server.ts';
export { recoverRoot } from './recovery-key.server.ts';
