/** Lists as each likes them, and lists that leave the house. */
export type { ListTables } from './list.tables.server.ts';
export { openExport } from './open-export.server.ts';
export { exportList } from './operations/export-list.server.ts';
export { listViews } from './queries/list-views.query.server.ts';
export { readFilter } from './read-filter.ts';
