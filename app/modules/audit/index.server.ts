/** What other modules may say of the record of who did what: where it ends. */
export { chainHead } from './chain-head.server.ts';
