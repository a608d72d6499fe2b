/** The door of the retention module. */
export { eraseHolds } from './erase-holds.server.ts';
export { keptClasses } from './kept-classes.server.ts';
