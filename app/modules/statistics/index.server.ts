/** The fixed tables of counts, for what leaves the house; and the pieces with which numbers of several centres are put together. */
export { countTables } from './count-tables.server.ts';
export { countTablesOf } from './count-tables.ts';
export { periodBefore, periodOf, type Period } from './period.ts';
export type { CountRow } from './statistics.tables.server.ts';
export { countTableDefinitions, describeTable, notRecorded, type TableCode, total } from './tables.ts';
