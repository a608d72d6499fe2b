/** What left the house in numbers: the log, for other modules that give numbers out. */
export { readReleaseLog } from './release-log.server.ts';
export type { ReleaseTables } from './release.tables.server.ts';
