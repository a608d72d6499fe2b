/** The door of the households module. */
export { moveHouseholds } from './move-households.server.ts';
export { householdOf } from './queries/household-of.query.server.ts';
export { eraseHouseholdLinks } from './erase-household-links.server.ts';
