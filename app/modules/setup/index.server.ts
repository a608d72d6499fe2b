/** The first hour of a house and the way back into it, for the command line and the demo. */
export { completeSetup } from './operations/complete-setup.server.ts';
export { recoverAccess } from './operations/recover-access.server.ts';
export { createSetupCode } from './setup-code.server.ts';
