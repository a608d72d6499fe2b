/** Who opens the house. */
export { keepSecret } from './keep-secret.server.ts';
export { unlockByRecoveryKey } from './unlock-house.server.ts';
