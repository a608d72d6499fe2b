/** The door of the staff module. */
export { beginJob, resolveActor } from './session.server.ts';
export { staffNames } from './staff-names.server.ts';
export type { StaffTables } from './staff.tables.server.ts';
