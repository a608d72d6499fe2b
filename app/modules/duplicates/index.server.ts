/** The door of the duplicates module: nothing of it is anybody else's business yet but its tables' types. */
export type { MergeTables } from './client-merge.tables.server.ts';
