/** The last proven restore, for whoever shows how a house stands. */
export { showProof } from './proof-shown.server.ts';
export { viewBackups } from './queries/view-backups.query.server.ts';
